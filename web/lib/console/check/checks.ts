/** What the preflight page knows, made into one line each: good, to be looked at, or bad, always with what to do. */
import { isSecretary } from '$assessment/roster.ts';
import { checkScoring } from '$assessment/sheet-check.ts';
import { formatPoints } from '$assessment/decimal.ts';
import type { Slices } from '$assessment/view.ts';
import type { Copies, Machine, Reached } from '$protocol-names.ts';
import type { ConsoleText } from '../../../text/console.zh-CN.ts';
import type { Section } from '../prepare/sections.ts';
import type { Page } from '../room/pages.ts';
import { away, LISTED } from '../screens/waiting.ts';

type Words = ConsoleText['check'];
type CopyWords = ConsoleText['copies'];
export type CheckState = 'good' | 'look' | 'bad';
export interface Check {
  id: keyof Words['names'];
  state: CheckState;
  text: string;
  /** The page on which it can be mended. */
  at?: Page | `/prepare#${Section}`;
}

export interface Facts {
  slices: Partial<Slices>;
  /** Null while it is not known yet. */
  machine: Machine | null;
  reports: readonly Reached[];
  addresses: readonly string[];
  copies: Copies | null;
  /** A time of day in words. */
  time: (ms: number) => string;
}

const GIGABYTE = 1e9;
const LITTLE = 0.2 * GIGABYTE;
const SLOW = 50;
const TOO_SLOW = 200;
/** From here on a phone's clock is another time, in ms. */
const APART = 120_000;

const onlyHere = (address: string): boolean => /^https?:\/\/(localhost|127\.|\[::1\])/.test(address);
const fromAfar = (reports: readonly Reached[]): Reached[] => reports.filter(({ via }) => !onlyHere(via));

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

function phones({ reports, addresses }: Facts, t: Words): Check {
  const tried = fromAfar(reports);
  const live = tried.filter((one) => one.socket);
  const line = (state: CheckState, text: string): Check => ({ id: 'phones', state, text });
  if (live.length > 0) return line('good', t.phones.good(live.length, median(live.map(({ trip }) => trip))));
  if (tried.length > 0) return line('bad', t.phones.half);
  return addresses.length > 0 && addresses.every(onlyHere)
    ? line('bad', t.phones.loopback)
    : line('look', t.phones.none);
}

function disk({ disk: room }: Machine, t: Words): Check {
  if (room === null) return { id: 'disk', state: 'look', text: t.disk.unknown };
  const { free } = room;
  if (free >= GIGABYTE) return { id: 'disk', state: 'good', text: t.disk.good(free) };
  return { id: 'disk', state: free < LITTLE ? 'bad' : 'look', text: t.disk.little(free) };
}

function fsync({ fsync: took }: Machine, t: Words): Check {
  if (took === null) return { id: 'fsync', state: 'bad', text: t.fsync.none };
  const ms = Math.max(1, Math.round(took));
  if (ms <= SLOW) return { id: 'fsync', state: 'good', text: t.fsync.good(ms) };
  if (ms <= TOO_SLOW) return { id: 'fsync', state: 'look', text: t.fsync.slow(ms) };
  return { id: 'fsync', state: 'bad', text: t.fsync.bad(ms) };
}

function clock({ reports, time }: Facts, { now }: Machine, t: Words): Check {
  const tried = fromAfar(reports);
  if (tried.length === 0) return { id: 'clock', state: 'look', text: t.clock.alone(time(now)) };
  const apart = Math.abs(median(tried.map(({ ahead }) => ahead)));
  return apart < APART
    ? { id: 'clock', state: 'good', text: t.clock.good(time(now)) }
    : { id: 'clock', state: 'look', text: t.clock.off(Math.round(apart / 60_000)) };
}

/** J4: what the hub found while it went along the chain; a damaged one is not a matter of copies. */
function chained({ copies: known }: Facts, t: CopyWords): Check[] {
  if (known === null) return [];
  const { checked, broken, forged } = known.chain;
  const line = (state: CheckState, text: string): Check => ({ id: 'journal', state, text, at: '/journal' });
  if (broken !== null) return [line('bad', t.chainBroken(broken))];
  if (forged) return [line('bad', t.chainForged)];
  return [{ id: 'journal', state: 'good', text: checked === null ? t.chainGood : t.chainUnderWay(checked) }];
}

/** J3: a lock without a copy, and a second hub that has gone on from one. */
function copied({ copies: known, time }: Facts, t: CopyWords): Check[] {
  if (known === null) return [];
  const { elsewhereAt, failingSince, copies } = known;
  const line = (state: CheckState, text: string): Check => ({ id: 'copies', state, text, at: '/journal' });
  if (elsewhereAt !== null) return [line('bad', t.elsewhere(time(elsewhereAt)))];
  if (failingSince !== null) return [line('bad', t.failing(time(failingSince)))];
  const made = copies.filter(({ n }) => n !== null).length;
  return [{ id: 'copies', state: 'good', text: t.good(made) }];
}

function screens({ people, screens: all = [], waiting = [] }: Partial<Slices>, t: Words): Check {
  const count = people?.screens ?? 0;
  const line = (state: CheckState, text: string): Check => ({ id: 'screens', state, text });
  if (waiting.length > 0)
    return line('look', t.screens.waiting(t.screens.list(waiting.slice(0, LISTED).map(({ code }) => code))));
  if (count === 0) return { ...line('look', t.screens.none), at: '' };
  const gone = away(all).map(({ name, number }) => name ?? number);
  return gone.length > 0
    ? line('look', `${t.screens.good(count)}${t.screens.away(t.screens.list(gone))}`)
    : line('good', t.screens.good(count));
}

function examiners({ meeting, people, sheet }: Partial<Slices>, t: Words): Check {
  const passes = (people?.passes ?? []).filter((one) => one.kind === 'examiner' && !one.revoked);
  const line = (state: CheckState, text: string): Check => ({ id: 'people', state, text, at: '/passes' });
  if (passes.length === 0) return line('bad', t.people.none);
  const missing = (meeting?.examiners?.planned ?? 0) - passes.length;
  if (missing > 0) return line('look', t.people.missing(missing));
  const here = passes.filter((one) => one.checkedIn && !one.checkedOut);
  const empty = (sheet?.categories ?? []).filter(
    ({ id }) => passes.some((one) => one.category === id) && !here.some((one) => one.category === id),
  );
  // Before the first of them is here, that is no news.
  if (here.length > 0 && empty.length > 0) return line('look', t.people.absent(empty.map((one) => one.name)));
  return { id: 'people', state: 'good', text: t.people.good(passes.length, here.length) };
}

function units({ roster }: Partial<Slices>, t: Words): Check {
  const { units: all = [], members = [] } = roster ?? {};
  const without = (has: (unit: string) => boolean) => all.filter(({ id }) => !has(id)).map((one) => one.name);
  const line = (state: CheckState, text: string, part: Section = 'members'): Check => ({
    id: 'units',
    state,
    text,
    at: `/prepare#${part}`,
  });
  if (all.length === 0) return line('bad', t.units.none, 'units');
  const empty = without((unit) => members.some((one) => one.unit === unit));
  if (empty.length > 0) return line('look', t.units.noMembers(empty));
  const headless = without((unit) => members.some((one) => one.unit === unit && isSecretary(one)));
  if (headless.length > 0) return line('look', t.units.noSecretary(headless));
  return { id: 'units', state: 'good', text: t.units.good(all.length, members.length) };
}

function sheetCheck({ sheet }: Partial<Slices>, t: Words): Check[] {
  if (!sheet) return [];
  const problems = checkScoring(sheet).length;
  const full = formatPoints(sheet.sheet.reduce((sum, one) => sum + one.full, 0));
  return problems > 0
    ? [{ id: 'sheet', state: 'bad', text: t.sheet.bad(problems), at: '/prepare#sheet' }]
    : [{ id: 'sheet', state: 'good', text: t.sheet.good(sheet.sheet.length, full) }];
}

function whoAndHow({ meeting }: Partial<Slices>, t: Words): Check[] {
  if (!meeting) return [];
  const { scrutineers: count, mode } = meeting;
  const rehearsal = mode === 'rehearsal';
  return [
    {
      id: 'scrutineers',
      state: count > 0 ? 'good' : 'look',
      text: count > 0 ? t.scrutineers.good(count) : t.scrutineers.none,
      ...(count > 0 ? {} : { at: '/prepare#settings' as const }),
    },
    {
      id: 'mode',
      state: rehearsal ? 'look' : 'good',
      text: rehearsal ? t.mode.rehearsal : t.mode.official,
      ...(rehearsal ? { at: '/prepare#ready' as const } : {}),
    },
  ];
}

/** Everything that can be found out without somebody's eyes, in the order in which it is mended. */
export function checksOf(facts: Facts, t: Words, copies: CopyWords): Check[] {
  const { slices, machine } = facts;
  return [
    phones(facts, t),
    ...(machine ? [disk(machine, t), fsync(machine, t), clock(facts, machine, t)] : []),
    ...chained(facts, copies),
    ...copied(facts, copies),
    screens(slices, t),
    units(slices, t),
    ...sheetCheck(slices, t),
    examiners(slices, t),
    ...whoAndHow(slices, t),
  ];
}
