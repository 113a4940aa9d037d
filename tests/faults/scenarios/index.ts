import type { Scenario } from '../scenario.ts';
import { clock } from './clock.ts';
import { disk } from './disk.ts';
import { folder } from './folder.ts';
import { hostile } from './hostile.ts';
import { kill } from './kill.ts';
import { network } from './network.ts';
import { power } from './power.ts';
import { restore } from './restore.ts';
import { slow } from './slow.ts';
import { storm } from './storm.ts';

/** In the order in which they run. */
export const SCENARIOS: readonly Scenario[] = [
  kill,
  power,
  network,
  disk,
  clock,
  folder,
  restore,
  slow,
  storm,
  hostile,
];
