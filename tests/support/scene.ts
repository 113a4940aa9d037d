/** A small meeting that is ready to go: three units, three categories, everyone has a pass. */
import { hashSecret } from '../../assessment/passes.ts';
import type { CommandBody } from '../../assessment/decide.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../assessment/meeting.ts';
import { defaultScoring, type Scoring } from '../../assessment/sheet.ts';
import { emptyMeeting, type Meeting } from './meeting.ts';
import { ExaminerPhone, Organizer, Phone, secretOf } from './people.ts';

export interface SceneOptions {
  seed?: number;
  units?: string[];
  /** Category id → how many examiners it has. */
  examiners?: Record<string, number>;
  settings?: Partial<Settings>;
  scoring?: (scoring: Scoring) => Scoring;
  scrutineer?: boolean;
  /** Examiner id → units that he may not score (I5). */
  recusals?: Record<string, string[]>;
  /** Where it stops: with a roster, ready, or live with everyone enrolled. */
  until?: 'roster' | 'ready' | 'live';
}

const CATEGORY_NAMES: Record<string, string> = {
  party: '党员代表',
  people: '群众代表',
  media: '媒体代表',
};
const MEMBERS = [
  { post: '党委书记', portfolios: ['全面工作'] },
  { post: '党委副书记', portfolios: ['物业', '停车'] },
] as const;

/** Names that no view but an organizer's may carry (V1, J6). */
export const examinerName = (id: string): string => `考官姓名${id}`;
export const memberName = (id: string): string => `成员${id}`;

export class Scene {
  readonly meeting: Meeting;
  readonly owner: Organizer;
  readonly host: Organizer;
  readonly scrutineer: Organizer;
  readonly viewer: Organizer;
  readonly examiners: ExaminerPhone[];
  constructor(meeting: Meeting, passes: string[]) {
    this.meeting = meeting;
    this.owner = new Organizer(meeting, 'owner');
    this.host = new Organizer(meeting, 'host');
    this.scrutineer = new Organizer(meeting, 'scrutineer');
    this.viewer = new Organizer(meeting, 'viewer');
    this.examiners = passes.map((pass) => new ExaminerPhone(meeting, pass));
  }
  get state() {
    return this.meeting.state;
  }
  /** The examiner with this pass. */
  examiner(pass: string): ExaminerPhone {
    const found = this.examiners.find((one) => one.pass === pass);
    if (!found) throw new Error(`no examiner ${pass}`);
    return found;
  }
  voice(name: string): Phone {
    return new Phone(this.meeting, `voice ${name}`);
  }
  /** The state of one question's or one turn's stage in a word. */
  stage(unit: string): string | undefined {
    return this.state.agenda.turns.get(unit)?.stage;
  }
  /** A question about 停车, which the deputy of A answers, on stage. @returns its id */
  asked(by: Phone = this.examiner('party-01')): string {
    this.host.stepsTo('A', 'questioning');
    const question = by.asks('A', '停车怎么办', { portfolio: '停车' });
    if (this.state.questions.all.get(question)?.state === 'submitted')
      this.host.send('question.accept', { question });
    this.host.send('question.stage', { question });
    return question;
  }
  /** A whole turn: everyone present scores, then it is locked. */
  scores(unit: string, share: (examiner: ExaminerPhone, at: number) => number | null = () => 0.8): void {
    this.host.stepsTo(unit, 'scoring');
    this.examiners.forEach((examiner, at) => {
      const part = share(examiner, at);
      if (part !== null) examiner.submits(unit, part);
    });
    this.host.stepsTo(unit, 'locked');
    this.meeting.passes(1_000);
  }
}

const passIds = (examiners: Record<string, number>): string[] =>
  Object.entries(examiners).flatMap(([category, count]) =>
    Array.from({ length: count }, (_, at) => `${category}-${String(at + 1).padStart(2, '0')}`),
  );

const categoryOf = (pass: string): string => pass.slice(0, pass.lastIndexOf('-'));

type Issue = CommandBody<'passes.issue'>['passes'][number];

function issuesOf(examiners: string[], members: string[], identity: Settings['identity']): Issue[] {
  const issue = (id: string, more: Partial<Issue>): Issue => ({
    id,
    kind: 'examiner',
    number: id.slice(-2),
    category: null,
    person: null,
    unit: null,
    hash: hashSecret(secretOf(id)),
    ...more,
  });
  return [
    ...examiners.map((id) =>
      issue(id, { category: categoryOf(id), person: identity === 'signed' ? `x-${id}` : null }),
    ),
    ...members.map((id) => issue(`m-${id}`, { kind: 'member', person: id, unit: id.slice(0, -1) })),
    issue('screen-1', { kind: 'screen' }),
  ];
}

function rosterOf(
  scene: Scene,
  units: string[],
  passes: string[],
  recusals: Record<string, string[]>,
): string[] {
  const members = units.flatMap((unit) =>
    MEMBERS.map(({ post, portfolios }, at) => {
      const id = `${unit}${at + 1}`;
      return { id, unit, name: memberName(id), post, portfolios: [...portfolios] };
    }),
  );
  scene.host.send('units.set', { units: units.map((id) => ({ id, name: `${id}社区党委`, street: '街道' })) });
  scene.host.send('members.set', { members });
  scene.host.send('examiners.set', {
    examiners: passes.map((pass) => {
      const [id, name] = [`x-${pass}`, examinerName(pass)];
      return {
        id,
        category: categoryOf(pass),
        name,
        employer: `${name}的单位`,
        recusals: recusals[pass] ?? [],
      };
    }),
  });
  return members.map(({ id }) => id);
}

/** A scene with everybody on his place. */
export function setScene(options: SceneOptions = {}): Scene {
  const { units = ['A', 'B', 'C'], examiners = { party: 3, people: 3, media: 1 }, until = 'live' } = options;
  const { settings = {}, scoring = (one: Scoring) => one, recusals = {}, scrutineer = false } = options;
  const meeting = emptyMeeting(options.seed);
  const passes = passIds(examiners);
  const scene = new Scene(meeting, passes);
  const categories = Object.keys(examiners).map((id, at) => {
    return { id, name: CATEGORY_NAMES[id] ?? id, weight: [3000, 5000, 2000][at] ?? 1000 };
  });
  scene.host.send('sheet.set', scoring(defaultScoring(categories)));
  scene.host.send('meeting.set', { ...DEFAULT_SETTINGS, ...settings });
  const members = rosterOf(scene, units, passes, recusals);
  scene.host.send('passes.issue', { passes: issuesOf(passes, members, settings.identity ?? 'signed') });
  if (scrutineer)
    scene.owner.send('meeting.scrutineers', { scrutineers: [{ id: 'scrutineer', name: '监票人甲' }] });
  if (until === 'roster') return scene;
  scene.host.send('meeting.ready', {});
  if (until === 'ready') return scene;
  scene.host.send('meeting.open', {});
  for (const examiner of scene.examiners) examiner.goesOnline().enrols(examiner.pass);
  return scene;
}
