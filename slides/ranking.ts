/** The ranking as a scene: its page is part of what it shows. */
import type { Slices, StandingsView } from '$assessment/view.ts';
import { standingsOf } from './scenes/standings/data.ts';
import { scene, type Scene } from './scene.ts';

export function ranking(standings: StandingsView, slices: Partial<Slices>, now: number): Scene {
  const data = standingsOf(standings, slices, now);
  return scene('standings', data, `${data.final} ${data.page}`);
}
