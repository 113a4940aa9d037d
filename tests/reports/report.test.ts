import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { recount, recountUnits } from '../../assessment/recount.ts';
import type { State } from '../../assessment/state.ts';
import { aboutOf, NOTHING_ABOUT } from '../../reports/about.ts';
import { askedOf, NOTHING_ASKED } from '../../reports/asked.ts';
import { courseOf } from '../../reports/course.ts';
import { reportDocx } from '../../reports/report.ts';
import { xmlText } from '../../reports/safe-text.ts';
import { QUESTIONS_TEXTS, WORD_TEXTS, type ReportLanguage } from '../../reports/text/index.ts';
import { readDocx, type ReadDocument } from '../support/docx.ts';
import { folded, purged } from '../support/meeting.ts';
import { examinerName, setScene, type Scene } from '../support/scene.ts';
import { convert, reads } from '../support/soffice.ts';
import { askedMeeting, ORIGINAL } from './asked-meeting.ts';
import { named, ODD_NAMES } from './hostile-names.ts';
import { bundleIn, HEAD, playedMeeting } from './meetings.ts';

const played = playedMeeting();
const asked = askedMeeting();
const bundle = bundleIn(played);
const nameOf = (unit: string) => bundle.units.find(({ id }) => id === unit)?.name ?? '';

const toldOf = (scene: Scene, state: State = scene.state) => ({
  bundle: bundleIn({ ...scene, state } as Scene),
  about: aboutOf(state, (id) => (id === 'host' ? '主持人乙' : null)),
  asked: askedOf(state),
  course: courseOf(state),
});
const reportOf = async (scene: Scene, language?: ReportLanguage): Promise<ReadDocument> =>
  readDocx(await reportDocx(toldOf(scene), language));

let report: ReadDocument;
let questions: ReadDocument;
const tableWith = ({ tables }: ReadDocument, head: string) =>
  tables.find(({ rows }) => rows[0]?.[0] === head) ?? { rows: [], headRepeats: false, rowsStay: false };
const headings = (read: ReadDocument) =>
  read.paragraphs.filter(({ style }) => /^Heading/.test(style)).map(({ text }) => text);
/** Everything from one heading to the next of the same unit's page. */
const pageOf = (read: ReadDocument, unit: string): string => {
  const at = read.paragraphs.findIndex(({ style, text }) => style === 'Heading2' && text.endsWith(unit));
  const rest = read.paragraphs.slice(at + 1);
  const end = rest.findIndex(({ style }) => /^Heading/.test(style));
  return rest
    .slice(0, end)
    .map(({ text }) => text)
    .join('\n');
};

beforeAll(async () => {
  [report, questions] = [await reportOf(played), await reportOf(asked)];
});

describe('report.docx · the page of GB/T 9704', () => {
  it('is A4 with margins of 37, 35, 28 and 26 mm, in twips', () => {
    expect(report.body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(report.body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  });

  it('has 22 lines of 28.95 pt, and 28 characters of 16 pt in a line', () => {
    expect(report.body).toMatch(/<w:docGrid [^>]*w:linePitch="579"/);
    const styles = report.parts.get('word/styles.xml') ?? '';
    const prose = /<w:style [^>]*w:styleId="Prose"[\s\S]*?<\/w:style>/.exec(styles)?.[0] ?? '';
    expect(prose).toMatch(/w:line="579"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="579"/);
    expect(prose).toContain('w:firstLineChars="200"');
    const [width, height] = [11906 - 1587 - 1474, 16838 - 2098 - 1984];
    expect(Math.floor(height / 579)).toBe(22);
    expect(prose).toContain('<w:spacing w:val="-5"/>');
    expect(Math.floor(width / (16 * 20 - 5))).toBe(28);
  });

  it('has 小标宋 22 pt for the title, 仿宋 16 pt for the text, 黑体 and 楷体 for headings', () => {
    const styles = report.parts.get('word/styles.xml') ?? '';
    const style = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}"[\\s\\S]*?</w:style>`).exec(styles)?.[0];
    expect(style('Title')).toMatch(/方正小标宋简体[\s\S]*w:sz w:val="44"/);
    expect(style('Heading1')).toMatch(/w:eastAsia="黑体"[\s\S]*w:sz w:val="32"/);
    expect(style('Heading2')).toMatch(/w:eastAsia="楷体_GB2312"[\s\S]*w:sz w:val="32"/);
    expect(/<w:docDefaults>[\s\S]*<\/w:docDefaults>/.exec(styles)?.[0]).toMatch(
      /w:eastAsia="仿宋_GB2312"[\s\S]*w:sz w:val="32"/,
    );
  });

  it('names its fonts with what comes nearest, and brings none', () => {
    const table = report.parts.get('word/fontTable.xml') ?? '';
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体'])
      expect(table).toMatch(new RegExp(`w:name="${font}"><w:altName w:val="[^"]+"`));
    expect(
      [...report.parts.keys()].filter((path) => /font/i.test(path) && !path.includes('fontTable')),
    ).toEqual([]);
  });

  it('has “— 1 —” in 14 pt 宋体 at the outer foot of odd and even pages', () => {
    expect(report.parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders');
    const feet = [...report.parts].filter(([path]) => /word\/footer\d/.test(path)).map(([, xml]) => xml);
    expect(feet.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right']);
    for (const xml of feet) {
      expect(xml).toMatch(/— <\/w:t>[\s\S]*PAGE[\s\S]*> —<\/w:t>/);
      expect(xml).toMatch(/w:eastAsia="宋体"[\s\S]*w:sz w:val="28"/);
    }
  });
});

describe('report.docx · what it says', () => {
  it('K2 B8 of a meeting that is over: who did not come up, ranks that stand, and voices by their names', async () => {
    const scene = setScene({ units: ['A', 'B'] });
    scene.host.stepsTo('A', 'scoring');
    for (const one of scene.examiners) one.submits('A', 0.8);
    scene.voice('1').votes('A', 'satisfied');
    scene.host.stepsTo('A', 'locked');
    const open = await reportOf(scene);
    expect(open.text).toContain('尚未锁票');
    expect(open.text).toContain('名次为暂列');
    scene.host.send('meeting.close', {});
    const read = await reportOf(scene);
    expect(read.text).toContain('没有上场，不计名次');
    expect(read.text).not.toMatch(/尚未锁票|暂列/);
    expect(read.text).toContain('现场群众评价：满意1人');
  });

  it('goes from the title to the signatures', () => {
    expect(report.paragraphs.slice(0, 3).map(({ text }) => text)).toEqual([
      '测试考场',
      '评议结果报告',
      '（2026年11月7日　广场）',
    ]);
    expect(headings(report).filter((text) => /^[一二三四五六]、/.test(text))).toEqual([
      '一、目的',
      '二、过程',
      '三、结果',
      '四、各参评单位情况',
      '五、扣分与更正',
      '六、核验',
    ]);
    const signatures = report.tables[report.tables.length - 1];
    expect(signatures?.rows.map((row) => row[0])).toEqual(['主持人：', '监票人：', '计票人：']);
    expect(new Set(signatures?.rows.map((row) => row[3]))).toEqual(new Set(['年　　月　　日']));
  });

  it('X2 has in its ranking table the cells of the recount, and a head that comes again', () => {
    const { rows, headRepeats, rowsStay } = tableWith(report, '名次');
    const results = new Map(recount(bundle).map((one) => [one.unit, one]));
    expect(rows[0]).toEqual(['名次', '参评单位', '得分', '质询分', '群众满意度', '等次', '扣分']);
    expect(rows.slice(1)).toEqual(
      recountUnits(bundle).map(({ unit, score }) => {
        const one = results.get(unit) as Bundle['results'][number];
        const { rank, score: points, questioning, crowd, level } = one;
        const shown = [points, questioning, crowd, level].map((value) => value ?? '—');
        return [String(rank ?? '—'), nameOf(unit), ...shown, String(score.deductions / 100)];
      }),
    );
    expect([headRepeats, rowsStay]).toEqual([true, true]);
  });

  it('K2 says under the table why a unit has no place, units of one reason together', () => {
    const text = report.paragraphs.map((one) => one.text);
    expect(text).toContain(`${nameOf('B')}：计入的评分票未达到规定比例，无有效成绩。`);
    expect(text).toContain(`${nameOf('D')}、${nameOf('E')}：群众0人评价，未达到规定人数，不计入得分。`);
  });

  it('has a page for every unit whose turn is locked, and V1 for no other', () => {
    const units = recountUnits(bundle).map(({ unit }) => unit);
    const pages = report.paragraphs.filter(({ xml }) => xml.includes('<w:pageBreakBefore/>'));
    const shown = headings(report).filter((text) => /^（.*党委$/.test(text));
    const locked = units.filter((unit) => unit !== 'H').map(nameOf);
    expect(shown.map((text) => text.replace(/^（.+）/, ''))).toEqual(locked);
    // The heading of the part, every unit but the first, and the corrections begin a page.
    expect(pages).toHaveLength(locked.length + 1);
  });

  it('S10 S5 has the parts of each score, V4 the means only where no category is small', () => {
    const parts = report.tables.filter(({ rows }) => rows[0]?.[0] === '评分项');
    const means = report.tables.filter(({ rows }) => rows[0]?.[0] === '考官类别');
    const valid = recountUnits(bundle).filter(({ score }) => score.valid);
    valid.forEach(({ score }, at) => {
      const wanted = Object.values(score.parts).map((points) =>
        points === null ? '—' : (points / 100).toFixed(2),
      );
      expect(parts[at]?.rows.slice(1, 6).map((row) => row[2])).toEqual(wanted);
      expect(parts[at]?.rows.slice(-1)[0]?.[2]).toBe(((score.score ?? 0) / 100).toFixed(2));
    });
    const open = valid.filter(({ score }) =>
      score.categories.every(({ count }) => count === 0 || count >= 3),
    );
    expect(means).toHaveLength(open.length);
    expect(means[0]?.rows.slice(1).map((row) => row[3])).toEqual(
      open[0]?.score.categories.map(({ mean }) => (mean === null ? '—' : (mean / 100).toFixed(2))),
    );
    expect(pageOf(report, nameOf('A'))).toContain('不列各类别平均分');
  });

  it('Q5 P1 tells what was asked on stage and promised aloud, nothing that was declined, merged or taken back', () => {
    const page = pageOf(questions, 'A社区党委');
    expect(page).toContain('1. 党员代表问：路灯坏了多久了？');
    expect(page).toContain('（党委副书记）答复；考官评价：好2人，较好1人。');
    expect(page).toContain(
      '1. 把三号楼前的路灯修好（负责人：成员A2（党委副书记）；期限：2026年11月30日前；提问人已确认）',
    );
    for (const gone of ['说的都是假的', '电梯坏了', '新划三十个车位', '这一家还没有锁票'])
      expect(questions.text).not.toContain(gone);
    expect(pageOf(questions, 'B社区党委')).toContain('年底以前迁走');
  });

  it('V1 names nobody who asked or scored', () => {
    for (const [scene, { text }] of [
      [played, report],
      [asked, questions],
    ] as const) {
      for (const { pass } of scene.examiners) expect(text).not.toContain(examinerName(pass));
    }
    expect(questions.text).not.toContain(ORIGINAL);
    expect(questions.text).not.toContain('周小梅');
  });

  it('S9 B4 lists what came off and what was changed, with who answers for it', () => {
    const { rows } = tableWith(report, '类型');
    expect(rows.slice(1, 3).map((row) => [row[2], row[4]])).toEqual([
      ['0.5', '超时'],
      ['0.25', '材料不全'],
    ]);
    expect(rows.slice(3).map((row) => row.slice(4))).toEqual(
      Array(3).fill(['核对原票', '主持人乙', '监票人甲']),
    );
    expect(questions.text).toContain('没有扣分，也没有更正。');
  });

  it('L1 A5 I4 tells how it went: who came, what was drawn, in which order', () => {
    expect(report.text).toContain('应到考官13名，实到13名，其中：党员代表7名、实到7名');
    expect(report.text).toContain('现场群众报数4711');
    expect(report.text).toContain('另有1次抽签作废');
    const turns = tableWith(report, '顺序').rows.slice(1);
    const locked = played.state.agenda.order.filter((unit) => unit !== 'H');
    expect(turns.map((row) => row[1])).toEqual(locked.map(nameOf));
    expect(turns.find((row) => row[1] === nameOf('C'))?.slice(2, 5)).toEqual(['—', '09:00', '未到场']);
  });

  it('J4 has the length and the head of the journal', () => {
    expect(report.text).toContain('共1条');
    expect(report.paragraphs.map(({ text }) => text)).toContain(HEAD.head);
  });

  it('is marked on every page and in words as demo data and as a rehearsal', async () => {
    const heads = [...report.parts].filter(([path]) => /word\/header\d/.test(path)).map(([, xml]) => xml);
    expect(heads).toHaveLength(2);
    for (const xml of heads) expect(xml).toContain('演示数据 · 演练');
    expect(report.text).toContain('结果不作为任何评定的依据');
    expect(report.text).toContain('均为虚构的演示数据');
    const official = { ...bundle, meeting: { ...bundle.meeting, mode: 'official' as const } };
    const plain = readDocx(await reportDocx({ ...toldOf(played), bundle: official, about: NOTHING_ABOUT }));
    expect([...plain.parts.keys()].filter((path) => /header/.test(path))).toEqual([]);
    expect(plain.text).not.toContain('演');
  });

  it('B6 says whether the result is provisional or final, and since when', async () => {
    const scene = setScene();
    for (const unit of ['A', 'B', 'C']) scene.scores(unit);
    scene.host.send('meeting.close', {});
    const { paragraphs } = await reportOf(scene);
    expect(paragraphs.map(({ text }) => text).join('\n')).toMatch(/（公示结果，公示至2026年11月\d+日18:00）/);
    const told = toldOf(scene);
    const result = { state: 'final' as const, since: 0, until: 0, finalAt: Date.UTC(2026, 10, 12, 1, 5) };
    const final = readDocx(await reportDocx({ ...told, about: { ...told.about, result } }));
    expect(final.text).toContain('（最终结果，2026年11月12日09:05确定）');
  });

  it('J6 has the counts and no names after a purge', async () => {
    const state = folded(purged(asked.meeting.sealed()));
    const { text } = readDocx(await reportDocx(toldOf(asked, state)));
    expect(text).toContain('党员代表问：（已清除）');
    expect(text).not.toContain('成员A');
  });

  it('is whole for a meeting in which nothing was judged', async () => {
    const read = await reportOf(setScene({ until: 'ready' }));
    expect(headings(read)).toContain('四、扣分与更正');
    expect(read.text).toContain('考场尚未开始');
  });

  it.each(ODD_NAMES)('keeps %j the text that it is', async (name) => {
    const told = { ...toldOf(played), bundle: named(bundle, name) };
    const read = readDocx(await reportDocx(told));
    for (const xml of read.parts.values()) expect(xmlText(xml)).toBe(xml);
    const rows = tableWith(read, '名次').rows.slice(1);
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set([xmlText(name)]));
    expect(read.body).not.toMatch(/<w:(fldSimple|instrText|hyperlink)/);
  });

  it('is there in English', async () => {
    const read = await reportOf(played, 'en');
    expect(headings(read)).toContain('3. Result');
    expect(tableWith(read, 'Rank').rows).toHaveLength(9);
    expect(Object.keys(WORD_TEXTS.en)).toEqual(Object.keys(WORD_TEXTS['zh-CN']));
    expect(Object.keys(QUESTIONS_TEXTS.en)).toEqual(Object.keys(QUESTIONS_TEXTS['zh-CN']));
  });
});

describe.skipIf(!reads.documents)('LibreOffice Writer (skipped where this machine has none)', () => {
  it('opens the report, and puts it on as many pages as it has parts or more', async () => {
    const told = toldOf(played);
    const empty = { ...told, asked: NOTHING_ASKED };
    const odd = { ...told, bundle: named(bundle, '=1<&>"\u0000') };
    const { files } = await convert(
      {
        'report.docx': await reportDocx(told),
        'english.docx': await reportDocx(empty, 'en'),
        'odd.docx': await reportDocx(odd),
      },
      'pdf',
    );
    expect([...files.keys()].sort()).toEqual(['english.pdf', 'odd.pdf', 'report.pdf']);
    for (const pdf of files.values())
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(8);
  });
});
