/**
 * A meeting that is over, with everything that its public page can show: ranks, one unit absent, one below the quorum, one
 * that never came up, a deduction, voices, questions from an examiner and from the crowd, ratings and promises.
 */
import { DEFAULT_SETTINGS, type Settings } from '../../assessment/meeting.ts';
import { Caller } from './caller.ts';
import { FullMeeting, LONG_QUESTION } from './full-meeting.ts';
import type { HubProcess } from './hub-process.ts';

export const CROWD_QUESTION = '东门的路灯坏了三个月，什么时候能修好？';
export const DECLINED = '这句话不会公开';
export const PROMISED = '东门路灯全部换成节能灯，每周巡查一次';

export interface ClosedMeeting {
  full: FullMeeting;
  code: string;
  /** Receipts of the first examiner's ballots, by unit. */
  receipts: Map<string, string>;
}

const scoresFor = (full: FullMeeting, share: number) => {
  const sheet = full.caller.slices.sheet?.sheet.filter(({ by }) => by === 'examiners') ?? [];
  return Object.fromEntries(
    sheet.map(({ id, full: most, step }, at) => [id, Math.floor((most * (share - at / 50)) / step) * step]),
  );
};

/** Everybody present scores, each a little otherwise. */
async function scored(
  full: FullMeeting,
  unit: string,
  share: number,
  count = Infinity,
): Promise<Map<string, string>> {
  const given = new Map<string, string>();
  const people = [...full.examiners].slice(0, count);
  await Promise.all(
    people.map(async ([id, one], at) => {
      if (one.mine?.recused.includes(unit)) return;
      const scores = scoresFor(full, share - (at % 7) / 100);
      const reply = await one.must('ballot.submit', { unit, replaces: 0, scores });
      given.set(id, reply.receipt ?? '');
    }),
  );
  return given;
}

/** Asks, answers, rates and promises; the crowd's question goes through the host's hands (Q3). */
async function questions(full: FullMeeting, unit: string, texts: readonly string[]): Promise<void> {
  const { caller } = full;
  const asked = await full.ask(unit, texts);
  await full.crowdAsks(unit, [CROWD_QUESTION, DECLINED]);
  const of = (text: string) =>
    caller.slices.questions?.find((one) => one.text === text && one.unit === unit)?.id ?? '';
  await caller.until(() => of(CROWD_QUESTION) !== '' && of(DECLINED) !== '');
  await caller.must('question.decline', { question: of(DECLINED), reason: '与这家无关' });
  const crowds = of(CROWD_QUESTION);
  await caller.must('question.accept', { question: crowds });
  const raters = [...full.examiners.values()]
    .filter(({ mine }) => !mine?.recused.includes(unit))
    .slice(0, 12);
  for (const [at, question] of [...asked, crowds].entries()) {
    await caller.must('question.stage', { question });
    await caller.must('question.answered', { question });
    const rating = (['good', 'good', 'rather-good', 'fair'] as const)[at % 4] ?? 'good';
    await Promise.all(
      raters.map((one, nth) => one.command('question.rate', { question, rating: nth > 8 ? 'fair' : rating })),
    );
  }
  await caller.must('promise.make', { question: crowds, text: PROMISED, due: '2027-03-31', member: null });
}

async function voices(full: FullMeeting, unit: string, grades: readonly string[]): Promise<void> {
  await Promise.all(
    grades.map(async (grade, at) => {
      const session = `voice-${at}-of-the-square`.padEnd(22, '0');
      const voice = await new Caller({ url: full.hub.url, code: full.code, session }).ready();
      await voice.must('crowd.vote', { unit, grade });
      voice.close();
    }),
  );
}

/** Q5: windows that close before anybody looks. */
const TIMES = { ...DEFAULT_SETTINGS.times, rating: 1500 };

export interface ClosedOptions {
  settings?: Partial<Settings>;
  /** How many units take part; the last three are the odd ones. */
  units?: number;
  examiners?: number;
}

export async function closedMeeting(hub: HubProcess, options: ClosedOptions = {}): Promise<ClosedMeeting> {
  const { settings = {}, units = 6, examiners = 50 } = options;
  const full = await FullMeeting.on(hub, { ...settings, times: TIMES }, units);
  const { caller } = full;
  await full.opens();
  await full.come(examiners);
  const receipts = new Map<string, string>();
  const ids = Array.from({ length: units }, (_, at) => `u${at + 1}`);
  const [few = '', absent = ''] = ids.slice(-3);
  for (const [at, unit] of ids.slice(0, -2).entries()) {
    await full.brings(unit, 'waiting', 'questioning');
    if (at < 2)
      await questions(full, unit, at === 0 ? [LONG_QUESTION.slice(0, 200)] : ['停车位怎么分，谁说了算？']);
    await full.brings(unit, 'questioning', 'scoring');
    if (at === 0) await voices(full, unit, ['satisfied', 'satisfied', 'satisfied', 'fair', 'unsatisfied']);
    const given = await scored(
      full,
      unit,
      unit === few ? 0.8 : 0.97 - at * 0.023,
      unit === few ? 5 : Infinity,
    );
    receipts.set(unit, [...given.values()][0] ?? '');
    await full.brings(unit, 'scoring', 'locked');
  }
  await caller.must('deduction.set', { id: 'd1', unit: 'u2', points: 150, reason: '述职超时 3 分钟' });
  await caller.must('turn.absent', { unit: absent, from: 'waiting', reason: '没有来' });
  await caller.until(
    () => !caller.slices.questions?.some(({ state, ratings }) => state === 'answered' && ratings === null),
  );
  await caller.must('meeting.close', {});
  return { full, code: full.code, receipts };
}
