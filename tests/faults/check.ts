/** The one judge of all faults: what the clients were told, held against what the journal, the bundle and the screens say. */
import type { Bundle } from '../../assessment/bundle.ts';
import { canonical } from '../../assessment/canonical.ts';
import { fold } from '../../assessment/decide.ts';
import { checkSeal, GENESIS, unseal, type Recorded, type Sealed } from '../../assessment/journal.ts';
import { emptyState, type State } from '../../assessment/state.ts';
import type { StandingsView } from '../../assessment/view.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { resultFaults } from './check-results.ts';
import type { History, Invocation } from './history.ts';

/** What a screen or a phone showed in the end. */
export interface Seen {
  name: string;
  /** Whoever is of the same audience is shown the same. */
  audience: string;
  journal: string;
  /** The number of its last frame. */
  at: number;
  slices: unknown;
}

export interface Truth {
  /** The journal as it lies on the disk. */
  sealed: readonly Sealed[];
  /** As downloaded behind the last entry; null where the meeting was not closed. */
  bundle: Bundle | null;
  standings: StandingsView | null;
  seen: readonly Seen[];
}

/** Accepted, and there is nothing to write: it was so already. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['pass.enrol']);

/** Everything that is wrong, in words; empty where all held. */
export function check(history: History, truth: Truth): string[] {
  const broken = chainFaults(truth.sealed);
  // Behind a broken link nothing else can be believed.
  if (broken.length > 0) return broken;
  const entries = truth.sealed.map(unseal);
  const state = folded(entries);
  return [
    ...history.contradictions,
    ...commandFaults(history, entries),
    ...lateFaults(entries),
    ...(truth.bundle ? bundleFaults(truth.bundle, state, truth.sealed) : []),
    ...(truth.bundle ? resultFaults(truth.bundle, entries, truth.standings) : []),
    ...seenFaults(truth.seen),
  ];
}

/** J1, J4 */
export function chainFaults(sealed: readonly Sealed[]): string[] {
  let previous = GENESIS;
  for (const [at, one] of sealed.entries()) {
    const why = checkSeal(one, at + 1, previous);
    if (why) return [`J4: the journal breaks at entry ${at + 1}: ${why}`];
    previous = one.hash;
  }
  return [];
}

const folded = (entries: readonly Recorded[]): State => {
  const state = emptyState();
  for (const entry of entries) fold(state, entry);
  return state;
};

/** J2, J3: every `ok` once, every `refused` absent, every `unknown` once or not at all, and nothing that nobody sent. */
function commandFaults(history: History, entries: readonly Recorded[]): string[] {
  const written = new Map<string, Recorded[]>();
  for (const entry of entries) {
    if (!entry.command) continue;
    const { id } = entry.command;
    const before = written.get(id) ?? [];
    if (history.playedAgain.has(id) && before[0] && before[0].by !== entry.by) continue;
    written.set(id, [...before, entry]);
  }
  const faults = history.all().flatMap((one) => faultsOf(one, written.get(one.id) ?? []));
  for (const [id, [first]] of written)
    if (!history.get(id) && first && !first.by.startsWith('system:'))
      faults.push(`entry ${first.n} ${first.type}: nobody sent ${id}`);
  return faults;
}

function faultsOf(one: Invocation, written: readonly Recorded[]): string[] {
  const what = `${one.who} ${one.type} ${one.id}`;
  // All entries of one decision stand together; a second decision stands elsewhere.
  const times = written.filter(({ n }, at) => at === 0 || n !== (written[at - 1]?.n ?? 0) + 1).length;
  if (times > 1) return [`${what}: ${one.result}, and there ${times} times`];
  if (one.type === 'ballot.submit') return ballotFaults(what, one, written);
  if (one.result === 'ok' && times === 0 && !MAY_BE_EMPTY.has(one.type)) return [`${what}: ok, and lost`];
  if (one.result === 'ok' && times === 1 && written[written.length - 1]?.n !== one.n)
    return [`${what}: told entry ${one.n}, and it is ${written[written.length - 1]?.n}`];
  if (one.result === 'refused' && times > 0) return [`${what}: refused ${one.code}, and it is there`];
  return [];
}

interface BallotData {
  unit: string;
  pass: string;
  scores: Record<string, number>;
  receipt: string;
  refused?: string;
}

/** B4: of a ballot behind the lock stands what was sealed, which counts for nothing. */
function ballotFaults(what: string, one: Invocation, written: readonly Recorded[]): string[] {
  const accepted = written.filter(({ type }) => type === 'ballot-accepted');
  const late = written.filter(({ type }) => type === 'ballot-late');
  if (accepted.length + late.length > 1) return [`${what}: ${one.result}, and there twice`];
  if (one.result === 'ok' && accepted.length === 0) return [`${what}: ok, and lost`];
  if (one.result === 'refused' && accepted.length > 0) return [`${what}: refused ${one.code}, and it counts`];
  if (one.result === 'refused' && (one.code === 'turn-locked') !== late.length > 0)
    return [`${what}: refused ${one.code}, and ${late.length} sealed`];
  const data = written[0]?.data as BallotData | undefined;
  if (!data) return [];
  const sent = one.body as { unit: string; scores: Record<string, number> };
  if (data.unit !== sent.unit || canonical(data.scores) !== canonical(sent.scores))
    return [`${what}: the journal has other scores than were sent`];
  if (one.result !== 'unknown' && data.receipt !== one.receipt)
    return [`${what}: told receipt ${one.receipt}, and it is ${data.receipt}`];
  return [];
}

/** B3, B4, I4: nothing was accepted behind the lock, from a revoked pass or from a revoked session. */
function lateFaults(entries: readonly Recorded[]): string[] {
  const faults: string[] = [];
  const locked = new Set<string>();
  const out = new Set<string>();
  const revoked = new Set<string>();
  const bearers = new Map<string, string>();
  const leaves = (pass: string) => {
    const session = bearers.get(pass);
    if (session !== undefined) revoked.add(session);
    bearers.delete(pass);
  };
  for (const { n, type, by, data: raw } of entries) {
    const data = raw as { unit: string; pass: string; session: string; to: string };
    const session = by.includes('@') ? by.slice(by.indexOf('@') + 1) : '';
    if (revoked.has(session)) faults.push(`entry ${n} ${type}: by a revoked session`);
    if (type === 'ballot-accepted' && locked.has(data.unit))
      faults.push(`entry ${n}: ${data.unit} was locked`);
    if (type === 'ballot-accepted' && out.has(data.pass)) faults.push(`entry ${n}: ${data.pass} was out`);
    if (type === 'turn-stepped' && ['locked', 'published'].includes(data.to)) locked.add(data.unit);
    if (type === 'pass-revoked' || type === 'pass-checked-out') out.add(data.pass);
    if (type === 'pass-checked-in') out.delete(data.pass);
    if (type === 'session-revoked') revoked.add(data.session);
    if (type === 'pass-revoked' || type === 'pass-reissued') leaves(data.pass);
    if (type === 'pass-enrolled' && bearers.get(data.pass) !== data.session) {
      leaves(data.pass);
      bearers.set(data.pass, data.session);
      out.delete(data.pass);
    }
  }
  return faults;
}

/** X2: the bundle that was downloaded is the one that the journal on the disk makes. */
function bundleFaults(bundle: Bundle, state: State, sealed: readonly Sealed[]): string[] {
  const last = sealed[sealed.length - 1];
  const head = { length: sealed.length, head: last?.hash ?? GENESIS };
  const own = bundleOf(state, head, (n) => sealed[n - 1]?.hash ?? null);
  if (canonical(own) === canonical(bundle)) return [];
  const parts = Object.keys(own) as (keyof Bundle)[];
  const differing = parts.filter((key) => canonical(own[key] ?? null) !== canonical(bundle[key] ?? null));
  return [`X2: the bundle is not the one of the journal: ${differing.join(', ')}`];
}

/** Whoever is of one audience ends with the same frame. */
function seenFaults(seen: readonly Seen[]): string[] {
  return seen.flatMap((one) => {
    const first = seen.find(({ audience }) => audience === one.audience) ?? one;
    if (one.journal !== first.journal) return [`${one.name}: another journal than ${first.name}`];
    if (one.at !== first.at) return [`${one.name}: frame ${one.at}, ${first.name} has ${first.at}`];
    if (canonical(one.slices) === canonical(first.slices)) return [];
    const [a, b] = [one.slices, first.slices] as Record<string, unknown>[];
    const names = Object.keys({ ...a, ...b }).filter(
      (key) => canonical(a?.[key] ?? null) !== canonical(b?.[key] ?? null),
    );
    return [`${one.name}: shows another ${names.join(', ')} than ${first.name}`];
  });
}
