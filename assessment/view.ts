/**
 * V1 · What a role sees, computed in one place from the state and the viewer. Slices are named, so that a frame
 * carries only those that changed. Points are hundredths, times server ms.
 */
import type { Principal } from './actors.ts';
import type { Audience, Live, WaitingWall } from './audiences.ts';
import { actorOf } from './actors.ts';
import {
  agendaView,
  meetingView,
  stageView,
  type AgendaRow,
  type MeetingView,
  type StageView,
} from './view-stage.ts';
import { appealView, type AppealView } from './view-appeal.ts';
import { checklistView, type ChecklistView } from './checklist.ts';
import {
  openView,
  rankingView,
  voicesView,
  type OpenQuestion,
  type OpenView,
  type RankingRow,
  type RankingView,
  type VoicesView,
} from './view-crowd.ts';
import { paceView, type PaceView } from './pace.ts';
import { decksView, deckView, type DeckRow, type DeckView } from './view-deck.ts';
import { drawsView, type DrawView } from './view-draws.ts';
import { crowdView, progressView, type CrowdView, type ProgressView } from './view-progress.ts';
import { locksView, type LockView } from './view-locks.ts';
import { latelyView, type HappeningView } from './lately.ts';
import { mineView, type MineView } from './view-mine.ts';
import { outcomeView, type OutcomeView } from './view-outcome.ts';
import { crowdPapersView, type CrowdPaperView } from './view-crowd-paper.ts';
import { papersView, type PaperView } from './view-papers.ts';
import { peopleView, rosterView, type PeopleView, type RosterView } from './view-people.ts';
import { privacyView, type PrivacyView } from './privacy.ts';
import { promisesView, type PromiseView } from './view-promises.ts';
import { promiseWallView, type PromiseWallView } from './view-promise-wall.ts';
import { questionsView, type QuestionView } from './view-questions.ts';
import { screensView, showsView, type ScreenView, type ShowsView } from './view-screens.ts';
import { countView, type CountView } from './view-count.ts';
import { standingsView, type StandingsView } from './view-standings.ts';
import type { Scoring } from './sheet.ts';
import type { SheetFreeze } from './sheet-freeze.ts';
import type { State } from './state.ts';

export interface Slices {
  meeting: MeetingView;
  sheet: Scoring;
  /** What froze the sheet; null while it can be changed. */
  sheetFreeze: SheetFreeze | null;
  stage: StageView;
  agenda: AgendaRow[];
  questions: QuestionView[];
  promises: PromiseView[];
  promiseWall: PromiseWallView;
  progress: ProgressView | null;
  standings: StandingsView;
  outcome: OutcomeView;
  appeal: AppealView;
  draws: DrawView[];
  deck: DeckView;
  decks: DeckRow[];
  crowd: CrowdView;
  roster: RosterView;
  people: PeopleView;
  checklist: ChecklistView;
  shows: ShowsView;
  screens: ScreenView[];
  /** Walls that show a pairing code: for organizers alone. */
  waiting: readonly WaitingWall[];
  lately: HappeningView[];
  pace: PaceView;
  count: CountView;
  papers: PaperView[];
  crowdPapers: CrowdPaperView[];
  privacy: PrivacyView;
  open: OpenView;
  voices: VoicesView;
  ranking: RankingView;
  locks: LockView[];
}
export type SliceName = keyof Slices;

/** Which slices an audience is sent: nothing that its page does not show. */
export const SLICES_OF: Record<Audience, readonly SliceName[]> = {
  organizer: [
    'meeting',
    'sheet',
    'sheetFreeze',
    'stage',
    'agenda',
    'questions',
    'promises',
    'promiseWall',
    'progress',
    'standings',
    'outcome',
    'appeal',
    'draws',
    'deck',
    'decks',
    'crowd',
    'roster',
    'people',
    'checklist',
    'shows',
    'screens',
    'waiting',
    'lately',
    'pace',
    'count',
    'papers',
    'crowdPapers',
    'locks',
    'privacy',
  ],
  screen: [
    'meeting',
    'stage',
    'agenda',
    'progress',
    'standings',
    'outcome',
    'appeal',
    'draws',
    'deck',
    'crowd',
    'shows',
    'promiseWall',
    'locks',
  ],
  examiner: ['meeting', 'sheet', 'stage', 'agenda', 'questions', 'promises', 'ranking'],
  member: ['meeting', 'stage', 'agenda', 'questions', 'promises', 'ranking', 'deck'],
  crowd: ['meeting', 'stage', 'agenda', 'open', 'voices', 'promises', 'ranking'],
  kiosk: ['meeting', 'sheet', 'stage', 'agenda', 'questions'],
};

/** One slice as an audience sees it. */
export function sliceOf<N extends SliceName>(
  state: State,
  audience: Audience,
  name: N,
  live: Live,
): Slices[N] {
  const views: { [K in SliceName]: () => Slices[K] } = {
    meeting: () => meetingView(state, audience),
    sheet: () => state.scoring,
    sheetFreeze: () => state.sheetFreeze,
    stage: () => stageView(state, audience),
    agenda: () => agendaView(state),
    questions: () => questionsView(state, audience),
    promises: () => promisesView(state, audience),
    promiseWall: () => promiseWallView(state),
    progress: () => progressView(state, audience, live),
    standings: () => standingsView(state, audience),
    outcome: () => outcomeView(state),
    appeal: () => appealView(state, audience),
    draws: () => drawsView(state),
    deck: () => deckView(state, audience),
    decks: () => decksView(state),
    crowd: () => crowdView(state, live),
    roster: () => rosterView(state),
    people: () => peopleView(state, live),
    checklist: () => checklistView(state),
    shows: () => showsView(state),
    screens: () => screensView(state, live),
    waiting: () => live.waiting(),
    lately: () => latelyView(state),
    pace: () => paceView(state),
    count: () => countView(state),
    papers: () => papersView(state),
    crowdPapers: () => crowdPapersView(state),
    privacy: () => privacyView(state),
    open: () => openView(state),
    voices: () => voicesView(state),
    ranking: () => rankingView(state),
    locks: () => locksView(state, live),
  };
  return views[name]();
}

/** The audience of a principal; null where its session was revoked (I2, I4). */
export function audienceOf(state: State, who: Principal): Audience | null {
  const actor = actorOf(state, who);
  if (actor === null || actor.role === 'system') return null;
  if ('id' in actor) return 'organizer';
  return actor.role === 'presenter' ? 'member' : actor.role;
}

/** What is for one device alone; null for organizers. */
export function mineOf(state: State, who: Principal): MineView | null {
  return who.kind === 'device' ? mineView(state, who.session) : null;
}

export type {
  AgendaRow,
  AppealView,
  CountView,
  CrowdView,
  DeckRow,
  DeckView,
  DrawView,
  HappeningView,
  LockView,
  MeetingView,
  MineView,
  OpenQuestion,
  OpenView,
  OutcomeView,
  PaceView,
  PaperView,
  PeopleView,
  PrivacyView,
  ProgressView,
  PromiseView,
  PromiseWallView,
  QuestionView,
  RankingRow,
  RankingView,
  RosterView,
  ScreenView,
  ShowsView,
  StageView,
  StandingsView,
  VoicesView,
};
export { AUDIENCES, type Audience, type Live } from './audiences.ts';
