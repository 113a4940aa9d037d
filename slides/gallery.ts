/** Every scene with its samples. */
import type { Sample } from './sample.ts';
import { scene, type Scene, type SceneName } from './scene.ts';
import { STRESS } from './stress.ts';
import { samples as agenda } from './scenes/agenda/samples.ts';
import { samples as black } from './scenes/black/samples.ts';
import { samples as blank } from './scenes/blank/samples.ts';
import { samples as ceremony } from './scenes/ceremony/samples.ts';
import { samples as closed } from './scenes/closed/samples.ts';
import { samples as commitment } from './scenes/commitment/samples.ts';
import { samples as deck } from './scenes/deck/samples.ts';
import { samples as drawn } from './scenes/drawn/samples.ts';
import { samples as floor } from './scenes/floor/samples.ts';
import { samples as locked } from './scenes/locked/samples.ts';
import { samples as lots } from './scenes/lots/samples.ts';
import { samples as message } from './scenes/message/samples.ts';
import { samples as pairing } from './scenes/pairing/samples.ts';
import { samples as pause } from './scenes/pause/samples.ts';
import { samples as promises } from './scenes/promises/samples.ts';
import { samples as question } from './scenes/question/samples.ts';
import { samples as ratings } from './scenes/ratings/samples.ts';
import { samples as report } from './scenes/report/samples.ts';
import { samples as result } from './scenes/result/samples.ts';
import { samples as scoring } from './scenes/scoring/samples.ts';
import { samples as stageFacing } from './scenes/stage-facing/samples.ts';
import { samples as standings } from './scenes/standings/samples.ts';
import { samples as test } from './scenes/test/samples.ts';
import { samples as unit } from './scenes/unit/samples.ts';
import { samples as welcome } from './scenes/welcome/samples.ts';

const OWN: { [N in SceneName]: Sample<N>[] } = {
  blank,
  pairing,
  welcome,
  commitment,
  lots,
  unit,
  report,
  deck,
  floor,
  drawn,
  question,
  ratings,
  scoring,
  locked,
  result,
  ceremony,
  standings,
  promises,
  pause,
  closed,
  agenda,
  message,
  black,
  test,
  'stage-facing': stageFacing,
};

export const SCENES = Object.keys(OWN) as SceneName[];

/** In the order in which a meeting shows them; last what is hardest to fit. */
export const SAMPLES = Object.fromEntries(
  SCENES.map((name) => [name, [...OWN[name], ...(STRESS[name] ?? [])]]),
) as typeof OWN;

/** Sizes of walls: small, laptop projector, full HD, 3:1, two full HD beside each other, portrait. */
export const SIZES = ['960×540', '1536×768', '1920×1080', '2304×768', '3840×1080', '1080×1920'] as const;

export function sampleScene(name: SceneName, at: number): Scene | null {
  const found = SAMPLES[name][at];
  return found ? (scene(name, found.data as never, String(at)) as Scene) : null;
}
