/** What a host told a screen to show, as a scene; null where it follows the stage, or where there is nothing to show. */
import type { ShowsView, Slices } from '$assessment/view.ts';
import { ranking } from './ranking.ts';
import { agendaOf } from './scenes/agenda/data.ts';
import { linesOf } from './scenes/message/data.ts';
import { pauseOf, REST } from './scenes/pause/data.ts';
import { promisesOf, subjectOf } from './scenes/promises/data.ts';
import { resultOf } from './scenes/result/data.ts';
import { stageFacingOf } from './scenes/stage-facing/data.ts';
import { unitOf } from './scenes/unit/data.ts';
import { welcomeOf } from './scenes/welcome/data.ts';
import { scene, type Scene } from './scene.ts';

type Show = ShowsView['all'];
type Told = (show: Show, slices: Partial<Slices>, now: number) => Scene | null;

/** The result that was meant, else the one that became public last: of those that are public, the last in the order of turns. */
function resultOfUnit({ unit }: Show, slices: Partial<Slices>, now: number): Scene | null {
  const { agenda = [], standings } = slices;
  const rows = new Map(standings?.rows.map((row) => [row.unit, row]));
  const decided = standings?.last?.unit ?? '';
  const last = rows.has(decided) ? decided : agenda.filter((row) => rows.has(row.unit)).pop()?.unit;
  // What was meant may not be public yet, or no more: then it is waited for with whatever is on stage.
  const row = rows.get(unit ?? last ?? '');
  return row && standings ? scene('result', resultOf(row, standings, slices, now), row.unit) : null;
}

/** By name, so that a scene which this version of the page does not know is as good as none (V3). */
const BY_NAME: Record<string, Told> = {
  welcome: (_show, slices) => scene('welcome', welcomeOf(slices)),
  agenda: (_show, slices, now) => {
    const data = agendaOf(slices.agenda ?? [], now);
    return data.total === 0 ? null : scene('agenda', data, String(data.page));
  },
  unit: (_show, { stage }) =>
    stage?.unit ? scene('unit', unitOf(stage.unit, stage.clock), stage.unit.id) : null,
  result: resultOfUnit,
  standings: (_show, slices, now) =>
    slices.standings && slices.standings.rows.length > 0 ? ranking(slices.standings, slices, now) : null,
  promises: (_show, slices, now) => {
    const data = promisesOf(slices, now);
    return data && scene('promises', data, subjectOf(data));
  },
  message: ({ text, at }) => (text === null ? null : scene('message', { lines: linesOf(text) }, String(at))),
  pause: (_show, slices) => scene('pause', slices.meeting?.phase === 'paused' ? pauseOf(slices) : REST),
  blank: () => scene('black', null),
  test: () => scene('test', null),
  'stage-facing': (_show, slices) => scene('stage-facing', stageFacingOf(slices)),
};
const TOLD = new Map(Object.entries(BY_NAME));

/** What the screen with this pass is told; without a pass what all of them are. */
export function toldTo(shows: ShowsView | undefined, pass: string | null): Show | null {
  if (!shows) return null;
  const own = pass !== null && Object.prototype.hasOwnProperty.call(shows.own, pass) ? shows.own[pass] : null;
  return own ?? shows.all;
}

export function toldScene(slices: Partial<Slices>, now: number, pass: string | null): Scene | null {
  const show = toldTo(slices.shows, pass);
  return (show && TOLD.get(show.scene)?.(show, slices, now)) ?? null;
}
