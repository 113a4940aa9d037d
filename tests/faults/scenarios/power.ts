/**
 * What is on the disk when the power goes: images of the files within a transaction and between its fsync and the
 * answer, and such images with a torn end. Each opens, is whole, and holds all that was acknowledged by then (J3).
 * That the fsync comes before the answer is seen from outside by strace: tests/realtime/durable.test.ts.
 */
import Database from 'better-sqlite3';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unseal } from '../../../assessment/journal.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded, type Random } from '../../support/random.ts';
import { chainFaults, check } from '../check.ts';
import type { History } from '../history.ts';
import { Play } from '../play.ts';
import { meetingIn, sealedIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { until } from '../until.ts';
import { PRELOAD } from './kill.ts';

/** @param taken when (ms since the epoch): whatever was answered before has to be in it */
function imageFaults(image: string, taken: number, history: History): string[] {
  const file = join(image, 'meeting.sqlite');
  // Opened for writing, as a hub would: that is when SQLite takes back what was not committed.
  const db = new Database(file);
  const whole = db.pragma('integrity_check', { simple: true });
  db.close();
  if (whole !== 'ok') return [`${image}: ${String(whole)}`];
  const sealed = sealedIn(file);
  const there = new Set(sealed.map((one) => unseal(one).command?.id));
  const lost = history
    .all()
    .filter(({ result, answered }) => result === 'ok' && answered !== null && answered < taken)
    .filter(({ id, type }) => !there.has(id) && type !== 'pass.enrol');
  return [
    ...chainFaults(sealed).map((fault) => `${image}: ${fault}`),
    ...lost.map(({ who, type, id }) => `${image}: ${who} ${type} ${id} was acknowledged and is lost`),
  ];
}

/**
 * The same image, whose last page reached the disk in part. Only where the last transaction was answered to nobody: what
 * lies behind an earlier fsync cannot be torn.
 */
function torn(image: string, random: Random): string | null {
  if (!image.endsWith('-after')) return null;
  const log = join(image, 'meeting.sqlite-wal');
  if (!existsSync(log) || statSync(log).size < 8192) return null;
  const to = `${image}-torn`;
  mkdirSync(to);
  for (const name of ['meeting.sqlite', 'meeting.sqlite-wal'])
    copyFileSync(join(image, name), join(to, name));
  truncateSync(join(to, 'meeting.sqlite-wal'), statSync(log).size - random.whole(1, 4000));
  return to;
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const images = await mkdtemp(join(tmpdir(), 'dakaochang-power-'));
  const most = count ?? (short ? 40 : 400);
  const hub = await HubProcess.start({ env: { NODE_OPTIONS: PRELOAD, IMAGES: images } });
  const cast = { units: 1, examiners: short ? 6 : 16, walls: 1 };
  const play = await Play.begin({ url: hub.url, token: hub.token(), random, cast });
  try {
    const [unit = ''] = play.units;
    writeFileSync(join(images, 'on'), '');
    const taken = () => readdirSync(images).filter((name) => name !== 'on');
    await play.turn(unit, async () => {
      let over = false;
      const work = play.keepScoring(unit, () => over);
      await until(() => taken().length >= most, `${most} images`);
      over = true;
      await work;
    });
    await play.publish(unit);
    const all = taken();
    const truth = await play.end(() => meetingIn(hub.data));
    progress(`${all.length} images taken`);
    const numbers = { images: all.length, torn: 0 };
    const faults = all.flatMap((name) => {
      const image = join(images, name);
      const at = Number(name.split('-')[0]);
      const cut = torn(image, random);
      if (cut !== null) numbers.torn += 1;
      return [...imageFaults(image, at, play.history), ...(cut ? imageFaults(cut, at, play.history) : [])];
    });
    return { counts: play.history.counts(), numbers, faults: [...faults, ...check(play.history, truth)] };
  } finally {
    play.close();
    await hub.stop();
    await rm(images, { recursive: true, force: true });
  }
}

export const power: Scenario = {
  name: 'power',
  about: 'images of the disk between fsync and answer, whole and torn',
  run,
};
