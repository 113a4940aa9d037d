/** V1, B3 · How far the scoring is: who of how many, by category; never a score. */
import { ballotOf, ballotsOf, attendanceOf, isEligible } from './ballots.ts';
import { crowdGrades, phoneVotesOf } from './crowd.ts';
import { kioskOf } from './kiosks.ts';
import { examinerPasses, type Pass } from './passes.ts';
import { spokenFor } from './seats.ts';
import type { State } from './state.ts';
import type { Audience, Live } from './audiences.ts';

export interface CategoryProgress {
  id: string;
  name: string;
  eligible: number;
  returned: number;
  /** B3: who asked the host to wait; organizers only. */
  waits: number;
}

/**
 * `asleep` where the phone is connected and its page is hidden or its screen dark; `never` where the pass was checked
 * in by hand and has no phone.
 */
export type LineState = 'online' | 'asleep' | 'offline' | 'never';

export interface PendingExaminer {
  pass: string;
  number: string;
  category: string;
  name: string | null;
  line: LineState;
  /** Server time in ms since when that is so; null where it is not known. */
  since: number | null;
  waits: boolean;
  /** I8: the kiosk that he scores at. */
  kiosk: string | null;
  /** I8: his paper is out. */
  paper: boolean;
}

export interface ProgressView {
  unit: string;
  eligible: number;
  returned: number;
  quorum: { of: number; outOf: number };
  categories: CategoryProgress[];
  /** Organizers: who has not scored; nobody in an anonymous meeting, which counts by category only (I3). */
  pending: PendingExaminer[];
}

export interface CrowdView {
  online: number;
  grades: { id: string; name: string }[];
  /** B8: voices from phones for the unit on stage; how many while it lasts, by grade when it is locked and published. */
  unit: string | null;
  votes: number;
}

export function lineOf({ session }: Pass, live: Live): LineState {
  if (session === null) return 'never';
  if (!live.online(session)) return 'offline';
  return live.asleep(session) ? 'asleep' : 'online';
}

export const nameOf = (state: State, pass: Pass): string | null => {
  if (pass.person === null) return null;
  const person = state.roster.examiners.get(pass.person) ?? state.roster.members.get(pass.person);
  return person?.name ?? null;
};

function pendingOf(state: State, unit: string, live: Live): PendingExaminer[] {
  const spoken = spokenFor(state, unit);
  return examinerPasses(state)
    .filter((pass) => isEligible(state, pass, unit, spoken) && !ballotOf(state, unit, pass.id))
    .map((pass) => ({
      pass: pass.id,
      number: pass.number,
      category: pass.category ?? '',
      name: nameOf(state, pass),
      line: lineOf(pass, live),
      since: pass.session === null ? null : live.since(pass.session),
      waits: state.ballots.waits.has(pass.id),
      kiosk: kioskOf(state, pass.id),
      paper: state.papers.get(unit)?.has(pass.id) ?? false,
    }));
}

export function progressView(state: State, audience: Audience, live: Live): ProgressView | null {
  const unit = state.agenda.onStage;
  const turn = unit === null ? undefined : state.agenda.turns.get(unit);
  if (unit === null || (turn?.stage !== 'scoring' && turn?.stage !== 'closing')) return null;
  const attendance = attendanceOf(state, unit);
  const ballots = ballotsOf(state, unit);
  // B3: that somebody asked to wait is between him and the host, and not for the crowd.
  const asked = audience === 'organizer' ? examinerPasses(state) : [];
  const waiting = asked.filter(({ id }) => state.ballots.waits.has(id));
  const categories = state.scoring.categories.map(({ id, name }) => ({
    id,
    name,
    eligible: attendance.byCategory[id] ?? 0,
    returned: ballots.filter((one) => one.category === id).length,
    waits: waiting.filter((pass) => pass.category === id).length,
  }));
  const signed = state.meeting.settings.identity === 'signed';
  const pending = audience === 'organizer' && signed ? pendingOf(state, unit, live) : [];
  const { quorum } = state.scoring;
  return { unit, eligible: attendance.eligible, returned: ballots.length, quorum, categories, pending };
}

export function crowdView(state: State, live: Live): CrowdView {
  const unit = state.agenda.onStage;
  const votes =
    unit === null ? 0 : Object.values(phoneVotesOf(state, unit)).reduce((sum, count) => sum + count, 0);
  return {
    online: live.crowd,
    grades: crowdGrades(state).map(({ id, name }) => ({ id, name })),
    unit,
    votes,
  };
}
