/** Promises of two hundred characters, of forty units with names of up to 29 letters. */
import type { AgendaRow, PromiseWallView } from '$assessment/view.ts';
import { NOW, type Sample } from './sample.ts';
import { promisesOf } from './scenes/promises/data.ts';
import type { UnitOnWall } from './unit.ts';

const LONG = [
  '诺'.repeat(200),
  '把𠮷祥里三号楼到七号楼之间的路灯全部换成声控的，线路埋到地下，窨井盖换成防坠的，坡道加扶手和防滑条，施工期间留一条轮椅能过的便道，每周五在公告栏和业主群里公布进度；'
    .repeat(3)
    .slice(0, 200),
  `进度公布在 https://example.cn/${'gonggao/2026-11-20/'.repeat(6)}index.html，坏了的灯两天以内修好，修不好的先装临时灯。`
    .padEnd(200, '说到做到。')
    .slice(0, 200),
];
const MEMBER = { id: 'm1', name: '买合木提江·阿卜', post: '党委委员、社区工作站副站长（挂职）' };

const made = (unit: string, at: number): PromiseWallView['newest'][number] => ({
  id: `p${at}`,
  unit,
  member: MEMBER,
  text: LONG[at] ?? LONG[0] ?? '',
  due: '2027-12-31',
  state: at === 1 ? 'made' : 'confirmed',
  since: NOW - 1000,
});

export function promisesOfMany(agenda: AgendaRow[], hard: UnitOnWall): Sample<'promises'>[] {
  const first = agenda[0]?.unit ?? '';
  const wall = (newest: number): PromiseWallView => ({
    units: agenda.map(({ unit }, at) => ({ unit, counts: { confirmed: (at * 7) % 13, made: at % 5 } })),
    newest: [made(first, newest)],
  });
  const all = LONG.flatMap((_, at): Sample<'promises'>[] => {
    const data = promisesOf({ promiseWall: wall(at), agenda }, NOW);
    return data ? [{ title: `极限：${agenda.length} 家，最新一项二百字 ${at + 1}`, data }] : [];
  });
  const lines = LONG.map((text, at) => ({
    id: `p${at}`,
    text,
    unit: '',
    member: `${MEMBER.name}`,
    due: '2027-12-31',
    tile: at === 1 ? ('made' as const) : ('confirmed' as const),
  }));
  return [
    ...all,
    { title: '极限：一家三项，各二百字', data: { kind: 'unit', unit: hard, lines, total: 12, fresh: true } },
  ];
}
