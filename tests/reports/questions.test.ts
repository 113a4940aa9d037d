import { beforeAll, describe, expect, it } from 'vitest';
import { aboutOf } from '../../reports/about.ts';
import { askedOf, isPublic, NOTHING_ASKED, type Pledge } from '../../reports/asked.ts';
import { questionsXlsx } from '../../reports/questions.ts';
import { folded, purged } from '../support/meeting.ts';
import { examinerName, memberName } from '../support/scene.ts';
import { readXlsx, tableIn, type ReadSheet } from '../support/xlsx.ts';
import { askedMeeting, ORIGINAL } from './asked-meeting.ts';
import { bundleIn } from './meetings.ts';

const scene = askedMeeting();
const bundle = bundleIn(scene);
let sheets: ReadSheet[];
const sheet = (name: string): ReadSheet => sheets.find((one) => one.name === name) as ReadSheet;
const rowsOf = (name: string) => tableIn(sheet(name)).slice(1);
const textOf = (read: ReadSheet[]): string =>
  read.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value))).join('\n');

beforeAll(async () => {
  ({ sheets } = readXlsx(await questionsXlsx(bundle, askedOf(scene.state), aboutOf(scene.state))));
});

describe('questions.xlsx', () => {
  it('has the questions and the promises', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['提问', '承诺事项']);
  });

  it('Q1 Q4 Q5 says what was asked by which category, how the answer was judged and who was for it', () => {
    expect(rowsOf('提问').map((row) => row.slice(0, 13))).toEqual([
      [
        1,
        'A社区党委',
        '路灯坏了多久了？',
        '党员代表',
        '物业',
        `${memberName('A2')}（党委副书记）`,
        '已答复',
        2,
        1,
        0,
        0,
        3,
        0,
      ],
      [
        2,
        'A社区党委',
        '电梯为什么又坏了？',
        '现场群众',
        null,
        `${memberName('A1')}（党委书记）`,
        '已答复',
        1,
        0,
        1,
        0,
        2,
        3,
      ],
      [
        3,
        'A社区党委',
        '电梯坏了',
        '现场群众',
        null,
        `${memberName('A1')}（党委书记）`,
        '已并入第 2 号',
        null,
        null,
        null,
        null,
        null,
        0,
      ],
      [
        4,
        'A社区党委',
        '说的都是假的',
        '现场群众',
        null,
        `${memberName('A1')}（党委书记）`,
        '未采用：用语不当',
        null,
        null,
        null,
        null,
        null,
        0,
      ],
      [
        5,
        'A社区党委',
        '下一步怎样打算？',
        '主办方',
        null,
        `${memberName('A1')}（党委书记）`,
        '已答复',
        0,
        0,
        0,
        0,
        0,
        0,
      ],
      [
        6,
        'B社区党委',
        '停车怎么办？',
        '党员代表',
        '停车',
        `${memberName('B2')}（党委副书记）`,
        '已答复',
        null,
        null,
        null,
        null,
        null,
        0,
      ],
      [
        7,
        'B社区党委',
        '垃圾房什么时候迁走？',
        '群众代表',
        null,
        `${memberName('B1')}（党委书记）`,
        '已问',
        null,
        null,
        null,
        null,
        null,
        0,
      ],
    ]);
  });

  it('P1 has every promise with its day, who is responsible and what the questioner says of it', () => {
    const rows = rowsOf('承诺事项').map((row) => row.slice(1, 8));
    expect(rows).toEqual([
      [
        'A社区党委',
        '把三号楼前的路灯修好',
        `${memberName('A2')}（党委副书记）`,
        46_356,
        '提问人已确认',
        '主持记录',
        1,
      ],
      [
        'A社区党委',
        '=更换电梯主板，公示费用',
        `${memberName('A1')}（党委书记）`,
        46_387,
        '代为确认：提问人不在场',
        '主持记录',
        2,
      ],
      [
        'B社区党委',
        '新划三十个车位',
        `${memberName('B2')}（党委副书记）`,
        46_418,
        '已撤回：说错了',
        '成员作出',
        6,
      ],
      ['B社区党委', '年底以前迁走', `${memberName('B1')}（党委书记）`, 46_387, '等提问人确认', '主持记录', 7],
    ]);
    expect(sheet('承诺事项').cells.get('E5')).toMatchObject({ type: 'number', format: 'yyyy-mm-dd' });
    const promised = rowsOf('提问').map((row) => row[13]);
    expect(promised[0]).toBe('把三号楼前的路灯修好（2026-11-30 前；提问人已确认）');
    expect(promised[1]).toBe('=更换电梯主板，公示费用（2026-12-31 前；代为确认：提问人不在场）');
  });

  it('Q5 adds the ratings up once more, and nothing else is a formula', () => {
    const formulas = sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([at, { formula }]) => (formula === undefined ? [] : [`${name} ${at} ${formula}`])),
    );
    expect(formulas).toEqual(['提问 L5 SUM(H5:K5)', '提问 L6 SUM(H6:K6)', '提问 L9 SUM(H9:K9)']);
  });

  it('V1 says nothing of a unit that is not locked, until the meeting is closed', () => {
    expect(textOf(sheets)).not.toContain('C社区');
    const open = askedMeeting();
    open.host.stepsTo('C', 'locked');
    for (const unit of ['A', 'B', 'C']) open.scrutineer.confirmsCount(unit);
    open.host.send('meeting.close', {});
    expect(askedOf(open.state).questions.map(({ unit }) => unit)).toContain('C');
  });

  it('V1 names nobody who asked, and has the words of the screen alone', () => {
    const text = textOf(sheets);
    for (const { pass } of scene.examiners) {
      expect(text).not.toContain(examinerName(pass));
      expect(text).not.toContain(pass);
    }
    for (const { asker } of scene.state.questions.all.values()) {
      if (asker.startsWith('@')) expect(text).not.toContain(asker.slice(1));
    }
    expect(text).not.toContain('周小梅');
    expect(text).not.toContain(ORIGINAL);
  });

  it('P1 counts as heard what a host wrote down, and of a member what was confirmed', () => {
    const heard = (from: Pledge['from']) =>
      (['waiting', 'objected', 'withdrawn', 'questioner', 'aloud', 'absent'] as const).filter((state) =>
        isPublic({ ...(askedOf(scene.state).pledges[0] as Pledge), from, state }),
      );
    expect(heard('host')).toEqual(['waiting', 'questioner', 'aloud', 'absent']);
    expect(heard('member')).toEqual(['questioner', 'aloud', 'absent']);
  });

  it('J6 has the counts and no words after a purge', async () => {
    const after = askedOf(folded(purged(scene.meeting.sealed())));
    const { sheets: bare } = readXlsx(await questionsXlsx(bundle, after));
    const rows = tableIn(bare[0] as ReadSheet).slice(1);
    expect(rows.map((row) => row[2])).toEqual(Array(7).fill('（已清除）'));
    expect(rows.map((row) => row.slice(7, 13))).toEqual(rowsOf('提问').map((row) => row.slice(7, 13)));
    expect(textOf(bare)).not.toContain(memberName('A1'));
  });

  it('is whole where nothing was asked', async () => {
    const { sheets: none } = readXlsx(await questionsXlsx(bundle, NOTHING_ASKED));
    expect(textOf(none)).toContain('没有提问。');
    expect(textOf(none)).toContain('没有承诺事项。');
  });

  it('is there in English', async () => {
    const { sheets: read } = readXlsx(await questionsXlsx(bundle, askedOf(scene.state), undefined, 'en'));
    expect(read.map(({ name }) => name)).toEqual(['Questions', 'Promises']);
  });
});
