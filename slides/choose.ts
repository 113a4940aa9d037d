/**
 * Which scene the slices call for: what a host told the screen (told.ts), or what follows the stage. Nothing is remembered: a screen that is opened now shows what all others show.
 *
 *   1. paused → pause; closed → thanks, and after a while the ranking where anything became public; where something was
 *      promised, the promise wall takes turns with it: the meeting is over, and this is what stays to be done
 *   2. a draw that is committed to → its commitment
 *   3. a unit on stage → who it is, until its clock has begun and a moment longer, or it turns a page; then the page of
 *      its deck where one is shown and drawn; else its stage; while the floor is open and nothing is asked, what the unit promised a moment
 *      ago is there to be read. It never takes the place of a question, of its clock or of its ratings
 *   4. a ceremony → its beat, and a while after its end the ranking
 *   5. every unit public → the ranking
 *   6. what was decided last, until the next turn starts: the wait for its result; once it is public the result, and
 *      after a while the ranking so far, where there is one. A lock is shown for a moment before the result of the
 *      unit before, which it made public
 *   7. the order was drawn → the slips, which come before what was decided where they fell later; otherwise the welcome
 */
import type { DrawView, LockView, MeetingView, Slices, StageView, StandingsView } from '$assessment/view.ts';
import { noDecks, type DeckReady } from './deck/pictures.ts';
import { ceremonyOf } from './scenes/ceremony/data.ts';
import { closedOf } from './scenes/closed/data.ts';
import { commitmentOf } from './scenes/commitment/data.ts';
import { deckScene } from './scenes/deck/data.ts';
import { drawnOf } from './scenes/drawn/data.ts';
import { floorOf } from './scenes/floor/data.ts';
import { lockedOf } from './scenes/locked/data.ts';
import { lotsOf } from './scenes/lots/data.ts';
import { pauseOf } from './scenes/pause/data.ts';
import { promisesOf, subjectOf, unitPromises, type PromisesData } from './scenes/promises/data.ts';
import { questionOf } from './scenes/question/data.ts';
import { ratingsOf } from './scenes/ratings/data.ts';
import { reportOf } from './scenes/report/data.ts';
import { resultOf } from './scenes/result/data.ts';
import { scoringOf } from './scenes/scoring/data.ts';
import { isIntroduced, unitOf } from './scenes/unit/data.ts';
import { welcomeOf } from './scenes/welcome/data.ts';
import { ranking } from './ranking.ts';
import { PAGE_MS } from './pages.ts';
import { scene, type Scene } from './scene.ts';
import { toldScene } from './told.ts';

/** How long a unit's result stays before the ranking so far comes. */
export const RESULT_HOLD_MS = 60_000;
/** J4: how long a lock stays with where the journal stood, before the earlier result that it made public. */
export const LOCK_HOLD_MS = 12_000;
/** How long the winner stays unveiled before the ranking comes. */
export const CEREMONY_HOLD_MS = 20_000;
/** How long a promise that was just made stands where questions are waited for. */
export const PROMISE_HOLD_MS = 45_000;
/** How many pages' time the ranking and the promise wall stay each, once the meeting is over. */
const TURN_PAGES = 2;
/** How long the meeting's end is said before the ranking comes back for good. */
export const THANKS_HOLD_MS = 8_000;
/** How long a drawn questioner or question waits on the screen for its question to be put on stage. */
export const DRAWN_HOLD_MS = 180_000;

type Unit = NonNullable<StageView['unit']>;

/**
 * @param pass the screen's own, so that it shows what it alone is told
 * @param ready whether a page of a deck can stand there
 */
export function chooseScene(
  slices: Partial<Slices>,
  now: number,
  pass: string | null = null,
  ready: DeckReady = noDecks,
): Scene {
  return toldScene(slices, now, pass) ?? following(slices, now, ready);
}

function following(slices: Partial<Slices>, now: number, ready: DeckReady): Scene {
  const { meeting, stage, standings } = slices;
  if (!meeting) return scene('blank', null);
  if (meeting.phase === 'paused') return scene('pause', pauseOf(slices));
  if (meeting.phase === 'closed') return afterwards(meeting, slices, now);
  const committed = openDraw(slices);
  if (committed) return scene('commitment', commitmentOf(committed), committed.id);
  if (stage?.unit) {
    const deck = introduces(stage, slices, now) ? null : deckScene(stage.unit, stage, slices, ready);
    return deck ?? onStage(stage.unit, stage, slices, now);
  }
  return between(meeting, standings, slices, now);
}

/** Who it is comes before the first page of what it shows; whoever turns a page has begun. */
const introduces = ({ stage, clock }: StageView, { deck }: Partial<Slices>, now: number): boolean =>
  stage === 'reporting' && deck?.now?.page === 1 && isIntroduced(clock, now);

function afterwards(meeting: MeetingView, slices: Partial<Slices>, now: number): Scene {
  const { standings, outcome } = slices;
  const closedAt = outcome?.closedAt ?? null;
  if (closedAt !== null && now - closedAt < THANKS_HOLD_MS) return scene('closed', closedOf(meeting, slices));
  const ranked = standings && standings.rows.length > 0 ? standings : null;
  const end = (at: number): Scene =>
    ranked ? ranking(ranked, slices, at) : scene('closed', closedOf(meeting, slices));
  const first = end(0);
  const pages = first.name === 'standings' ? first.data.pages : 1;
  return takingTurns(Math.max(TURN_PAGES, pages), end, slices, now);
}

const wallScene = (data: PromisesData): Scene => scene('promises', data, subjectOf(data));

/** All pages of the one, then all of the other, by server time: every screen shows the same one. */
function takingTurns(pages: number, end: (at: number) => Scene, slices: Partial<Slices>, now: number): Scene {
  const promised = promisesOf(slices, 0);
  if (!promised) return end(now);
  const after = Math.max(TURN_PAGES, promised.kind === 'wall' ? promised.pages : 1);
  const slot = Math.floor(now / PAGE_MS) % (pages + after);
  if (slot < pages) return end(slot * PAGE_MS);
  const wall = promisesOf(slices, (slot - pages) * PAGE_MS);
  // By the real time nothing that was promised before the end is fresh.
  return wall ? wallScene({ ...wall, fresh: false }) : end(now);
}

/** The order is drawn with nobody on stage; a questioner or a question between two answers, never over one. */
const isTimeFor = (draw: DrawView, stage: StageView | undefined): boolean =>
  draw.purpose === 'order'
    ? !stage?.unit
    : stage?.stage === 'questioning' && stage.question?.state !== 'asked';

const openDraw = ({ draws = [], stage }: Partial<Slices>): DrawView | undefined =>
  draws.find((one) => one.number === null && !one.abandoned && isTimeFor(one, stage));

const doneDraw = (draws: readonly DrawView[], order: boolean): DrawView | undefined =>
  draws.filter((one) => one.drawn !== null && (one.purpose === 'order') === order).pop();

function onStage(unit: Unit, stage: StageView, slices: Partial<Slices>, now: number): Scene {
  const crowdAsks = slices.meeting?.settings.crowdAsks ?? false;
  switch (stage.stage) {
    case 'questioning':
      return questioning(unit, stage, slices, now);
    case 'scoring':
    case 'closing':
      return scene('scoring', scoringOf(unit, stage, slices.progress, slices.crowd, slices.outcome), unit.id);
    default:
      if (isIntroduced(stage.clock, now)) return scene('unit', unitOf(unit, stage.clock), unit.id);
      return scene('report', reportOf(unit, stage.clock, crowdAsks), unit.id);
  }
}

function questioning(unit: Unit, stage: StageView, slices: Partial<Slices>, now: number): Scene {
  const { question } = stage;
  if (question?.ratings) {
    return scene('ratings', ratingsOf(unit, question, question.ratings, slices.meeting), question.id);
  }
  if (question) return scene('question', questionOf(unit, question, slices), question.id);
  const draw = doneDraw(slices.draws ?? [], false);
  const drawn = draw && now - (draw.doneAt ?? draw.at) < DRAWN_HOLD_MS ? drawnOf(draw, now) : null;
  const [promised] = slices.promiseWall?.newest ?? [];
  const since = promised?.unit === unit.id ? promised.since : -Infinity;
  const said = now - since < PROMISE_HOLD_MS ? unitPromises(slices, unit.id, now) : null;
  if (said && (!drawn || since > (draw?.doneAt ?? draw?.at ?? 0))) return wallScene(said);
  if (draw && drawn) return scene('drawn', drawn, `${draw.id} ${drawn.passedOver.length}`);
  return scene('floor', floorOf(unit, slices.meeting?.settings.crowdAsks ?? false), unit.id);
}

function between(
  meeting: MeetingView,
  standings: StandingsView | undefined,
  slices: Partial<Slices>,
  now: number,
): Scene {
  if (standings?.ceremony && !isOver(standings.ceremony, standings.last, now)) {
    // The two beats of one place are one picture in which the cloth lifts.
    const place = Math.ceil(standings.ceremony.at / 2);
    return scene('ceremony', ceremonyOf(standings.ceremony, standings, slices), String(place));
  }
  if (standings?.final && standings.rows.length > 1) return ranking(standings, slices, now);
  const draw = doneDraw(slices.draws ?? [], true);
  const last = standings?.last ?? null;
  // A second draw, for the units that are left, is what happened last.
  if (standings && last && (draw?.doneAt ?? 0) < last.at)
    return decided(meeting, standings, last, slices, now);
  if (!draw) return scene('welcome', welcomeOf(slices));
  const lots = lotsOf(slices.draws ?? [], draw, slices.agenda ?? [], now);
  return scene('lots', lots, `${draw.id} ${lots.page}`);
}

function isOver(
  ceremony: NonNullable<StandingsView['ceremony']>,
  last: StandingsView['last'],
  now: number,
): boolean {
  if (ceremony.at < ceremony.of) return false;
  return ceremony.of === 0 || last === null || now - last.at >= CEREMONY_HOLD_MS;
}

const lockedScene = (meeting: MeetingView, slices: Partial<Slices>, unit: string): Scene =>
  scene('locked', lockedOf(meeting, slices.agenda ?? [], unit, slices.outcome, slices.locks ?? []), unit);

function decided(
  meeting: MeetingView,
  standings: StandingsView,
  last: NonNullable<StandingsView['last']>,
  slices: Partial<Slices>,
  now: number,
): Scene {
  const row = standings.rows.find((one) => one.unit === last.unit);
  const lock = slices.locks?.reduce<LockView | null>((a, b) => (a && a.length > b.length ? a : b), null);
  // J4: what a lock made public waits until the lock itself was on the wall.
  const justLocked =
    row && lock && lock.unit !== last.unit && now - lock.at < LOCK_HOLD_MS ? lock.unit : null;
  if (!row || justLocked !== null) return lockedScene(meeting, slices, justLocked ?? last.unit);
  if (standings.rows.length > 1 && now - last.at >= RESULT_HOLD_MS) return ranking(standings, slices, now);
  return scene('result', resultOf(row, standings, slices, now), last.unit);
}
