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

/** In the order in which they run; those that wait longest come first, so that the short ones are soon over. */
export const SCENARIOS: readonly Scenario[] = [
  kill,
  network,
  clock,
  power,
  disk,
  folder,
  restore,
  slow,
  storm,
  hostile,
];
