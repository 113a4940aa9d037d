/**
 * V2, K1, K2 · All results at the end, from the last place up. A place has two beats, first its score and then its names:
 * units that share a rank are one place, so that nobody among equals comes first (decision 0017).
 */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { whole } from './fields.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import { needLive } from './phases.ts';
import { allLocked, leftToPublish, published, publishLeft } from './publication.ts';
import { standingsOf } from './results.ts';
import type { State } from './state.ts';
import { turnOf } from './turns.ts';

/**
 * `places` from the last rank up, each with the units that share it in the order of turns, as it was journalled. `at`
 * counts beats shown; `farthest` is how far it ever got, so that a rewind hides nothing again.
 */
export interface Ceremony {
  places: string[][];
  at: number;
  farthest: number;
}

export const beatsOf = ({ places }: Ceremony): number => 2 * places.length;

/** The units of the place that a beat is about; none before the first one and after the last. */
export const placeAt = ({ places }: Ceremony, beat: number): readonly string[] =>
  places[Math.ceil(beat / 2) - 1] ?? [];

/** Whether a beat shows who it is, and not yet only with how many points. */
export const namesAt = (beat: number): boolean => beat > 0 && beat % 2 === 0;

/** While the places are being revealed, nothing may change them; closing has shown them all. @throws Refusal `ceremony` */
export function needNoCeremony({ meeting, publication: { ceremony } }: State): void {
  if (meeting.phase !== 'closed' && ceremony && ceremony.farthest < beatsOf(ceremony))
    refuse('ceremony', { begun: 1 });
}

/** From the last rank up, equals together. */
function placesOf(state: State, units: readonly string[]): string[][] {
  const places = new Map<number, string[]>();
  for (const { unit, rank } of standingsOf(state, units))
    if (rank !== null) places.set(rank, [...(places.get(rank) ?? []), unit]);
  return [...places.entries()].sort(([a], [b]) => b - a).map(([, place]) => place);
}

function decideStart(state: State): Entry[] {
  needLive(state);
  if (state.meeting.settings.publish !== 'ceremony') refuse('ceremony');
  if (state.publication.ceremony) refuse('ceremony');
  if (!allLocked(state)) refuse('not-locked');
  const left = leftToPublish(state);
  publishLeft(state, left);
  const places = placesOf(state, left);
  const ranked = new Set(places.flat());
  const unranked = left.filter((unit) => !ranked.has(unit));
  return [{ type: 'ceremony-started', data: { places } }, ...unranked.map(published)];
}

function decideBeat(state: State, { from, to }: { from: number; to: number }): Entry[] {
  needLive(state);
  const { ceremony } = state.publication;
  if (!ceremony) refuse('ceremony');
  if (ceremony.at !== from) refuse('stage-moved', { stage: ceremony.at });
  if (Math.abs(to - from) !== 1 || to > beatsOf(ceremony)) refuse('stage-not-next', { stage: from });
  const named = to > from && namesAt(to) ? placeAt(ceremony, to) : [];
  const open = named.filter((unit) => turnOf(state, unit).stage === 'locked');
  return [{ type: 'ceremony-beat', data: { from, to } }, ...open.map(published)];
}

export const ceremonyCommands = {
  'ceremony.start': command(HOSTS, v.object({}), (state) => decideStart(state)),
  'ceremony.beat': command(HOSTS, v.object({ from: whole(0, 2000), to: whole(0, 2000) }), decideBeat),
};

export const ceremonyFolds = {
  'ceremony-started': (state, { places }: { places: string[][] }) => {
    state.publication.ceremony = { places, at: 0, farthest: 0 };
  },
  'ceremony-beat': (state, { to }: { from: number; to: number }) => {
    const { ceremony } = state.publication;
    if (ceremony)
      state.publication.ceremony = { ...ceremony, at: to, farthest: Math.max(to, ceremony.farthest) };
  },
} satisfies Folds;
