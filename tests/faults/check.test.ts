/** The checker is told wrong histories, one at a time, and has to say of each what is wrong. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { GENESIS, seal, type Recorded, type Sealed } from '../../assessment/journal.ts';
import type { Reply } from '../../realtime/protocol-names.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { folded } from '../support/meeting.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { check, type Truth } from './check.ts';
import { History, type Invocation } from './history.ts';

let scene: Scene;
let history: History;

const ok = (n: number, receipt: string | null): Reply => ({ ok: true, n, receipt, repeated: false });
const no = (code: 'turn-locked' | 'superseded', receipt?: string): Reply => ({
  ...{ ok: false, code, retry: false, detail: receipt === undefined ? {} : { receipt } },
});

/** A meeting of two units that was played without a fault, and what its clients were told. */
beforeEach(() => {
  scene = setScene({ units: ['A', 'B'] });
  const { meeting, host, examiners } = scene;
  history = new History();
  for (const { command, n, by } of meeting.journal)
    if (command) {
      history.invoke(by, command.id, 'set-up', null);
      history.answer(command.id, ok(n, null));
      (history.get(command.id) as Invocation).n = n;
    }
  const takes = meeting.takes.bind(meeting);
  meeting.takes = (who, type, body, id = meeting.newId()) => {
    history.invoke('somebody', id, type, body);
    const outcome = takes(who, type, body, id);
    const { refused, n, receipt } = outcome;
    history.answer(
      id,
      refused ? { ok: false, code: refused.code, detail: refused.detail, retry: false } : ok(n, receipt),
    );
    return outcome;
  };
  for (const [at, unit] of ['A', 'B'].entries()) {
    host.stepsTo(unit, 'scoring');
    for (const [nth, one] of examiners.entries()) one.submits(unit, 0.9 - at / 10 - nth / 50);
    examiners[0]?.submits(unit, 0.95);
    host.stepsTo(unit, 'locked');
    host.publishes(unit);
  }
  host.send('meeting.close', {});
});

/** The entries in a chain that holds, whatever they say. */
function chained(entries: readonly Recorded[]): Sealed[] {
  let previous = GENESIS;
  return entries.map(({ n: _n, ...draft }, at) => {
    const sealed = seal(draft, at + 1, previous, `salt ${at}`);
    previous = sealed.hash;
    return sealed;
  });
}

function truthOf(entries: readonly Recorded[] = scene.meeting.journal): Truth {
  const sealed = chained(entries);
  const state = folded(entries.map((entry, at) => ({ ...entry, n: at + 1 })));
  const head = { length: sealed.length, head: sealed[sealed.length - 1]?.hash ?? GENESIS };
  const bundle = bundleOf(state, head, (n) => sealed[n - 1]?.hash ?? null);
  const screen = { audience: 'screen', journal: 'm1', at: sealed.length, slices: { stage: { unit: null } } };
  return {
    sealed,
    bundle: JSON.parse(JSON.stringify(bundle)) as Bundle,
    standings: scene.meeting.slice('screen', 'standings'),
    seen: [
      { name: 'wall-1', ...screen },
      { name: 'wall-2', ...screen },
    ],
  };
}

const ballots = (): Invocation[] =>
  history.all().filter(({ type, result }) => type === 'ballot.submit' && result === 'ok');
const nth = <T>(all: readonly T[], at: number): T => all[at] as T;
const entryOf = (one: Invocation): Recorded =>
  scene.meeting.journal.find(({ command }) => command?.id === one.id) as Recorded;
const without = (one: Recorded) => scene.meeting.journal.filter((entry) => entry !== one);
const insteadOf = (one: Recorded, other: Partial<Recorded>) =>
  scene.meeting.journal.map((entry) => (entry === one ? { ...entry, ...other } : entry));
const all = (faults: string[]) => faults.join('\n');

describe('a history without a fault', () => {
  it('holds', () => {
    expect(check(history, truthOf())).toEqual([]);
  });

  it('holds where what nobody heard of is there once, or not at all', () => {
    nth(ballots(), 2).result = 'unknown';
    expect(check(history, truthOf())).toEqual([]);
    history.invoke('somebody', 'never-came', 'ballot.submit', { unit: 'A', replaces: 0, scores: {} });
    expect(check(history, truthOf())).toEqual([]);
  });
});

describe('J2 J3 commands', () => {
  it('finds a ballot that was acknowledged and is lost', () => {
    const one = nth(ballots(), 3);
    expect(all(check(history, truthOf(without(entryOf(one)))))).toContain(`${one.id}: ok, and lost`);
  });

  it('finds another command that was acknowledged and is lost', () => {
    const one = history.all().find(({ type }) => type === 'turn.publish') as Invocation;
    expect(all(check(history, truthOf(without(entryOf(one)))))).toContain(`${one.id}: ok, and lost`);
  });

  it.each(['ok', 'unknown'] as const)('finds a ballot that is there twice: %s', (result) => {
    const one = nth(ballots(), 1);
    one.result = result;
    const { journal } = scene.meeting;
    const at = journal.indexOf(entryOf(one));
    const beside = [...journal.slice(0, at + 1), entryOf(one), ...journal.slice(at + 1)];
    expect(all(check(history, truthOf(beside)))).toContain('and there twice');
    const apart = [...journal.slice(0, at + 2), { ...entryOf(one), n: at + 3 }, ...journal.slice(at + 2)];
    const numbered = apart.map((entry, k) => ({ ...entry, n: k + 1 }));
    expect(all(check(history, truthOf(numbered)))).toContain('and there 2 times');
  });

  it('finds what was refused and counts', () => {
    Object.assign(nth(ballots(), 0), { result: 'refused', code: 'superseded' });
    expect(all(check(history, truthOf()))).toContain('refused superseded, and it counts');
    Object.assign(history.all().find(({ type }) => type === 'turn.publish') as Invocation, {
      ...{ result: 'refused', code: 'not-locked' },
    });
    expect(all(check(history, truthOf()))).toContain('refused not-locked, and it is there');
  });

  it('B4 finds a late ballot that was told to be sealed and is not', () => {
    history.invoke('somebody', 'late-one', 'ballot.submit', { unit: 'A', replaces: 1, scores: {} });
    history.answer('late-one', no('turn-locked', '00000000'));
    expect(all(check(history, truthOf()))).toContain('refused turn-locked, and 0 sealed');
  });

  it('finds other scores than were sent, and another receipt than was told', () => {
    const one = nth(ballots(), 4);
    const entry = entryOf(one);
    const data = entry.data as { scores: Record<string, number> };
    const scores = { ...data.scores, report: (data.scores['report'] ?? 0) - 50 };
    const other = insteadOf(entry, { data: { ...data, scores } });
    expect(all(check(history, truthOf(other)))).toContain('other scores than were sent');
    one.receipt = '00000000';
    expect(all(check(history, truthOf()))).toContain('told receipt 00000000');
  });

  it('finds an entry that nobody sent', () => {
    const [first] = ballots();
    const entry = entryOf(first as Invocation);
    const other = insteadOf(entry, { command: { id: 'from-nowhere', print: '' } });
    expect(all(check(history, truthOf(other)))).toContain('nobody sent from-nowhere');
  });

  it('finds two answers that contradict each other', () => {
    const one = nth(ballots(), 0);
    history.answer(one.id, no('superseded'));
    expect(all(check(history, truthOf()))).toContain('ok at first, then refused');
  });
});

describe('B3 I4 nothing behind the lock, nothing from who is out', () => {
  const before = (type: string, one: Invocation): Recorded[] => {
    const { journal } = scene.meeting;
    const at = journal.indexOf(entryOf(one));
    const entry = entryOf(one);
    const { pass, unit } = entry.data as { pass: string; unit: string };
    const data = type === 'turn-stepped' ? { unit, from: 'closing', to: 'locked' } : { pass };
    const added = { n: 0, at: entry.at, by: 'system:', type, data };
    return [...journal.slice(0, at), added, ...journal.slice(at)];
  };

  it('finds a ballot behind the lock', () => {
    expect(all(check(history, truthOf(before('turn-stepped', nth(ballots(), 2)))))).toContain('A was locked');
  });

  it.each(['pass-revoked', 'pass-checked-out'])('finds a ballot behind %s', (type) => {
    expect(all(check(history, truthOf(before(type, nth(ballots(), 2)))))).toContain('was out');
  });

  it('finds whatever a revoked session does', () => {
    expect(all(check(history, truthOf(before('pass-revoked', nth(ballots(), 2)))))).toContain(
      'by a revoked session',
    );
  });
});

describe('J1 J4 the chain', () => {
  it('finds a gap, and a letter that was changed', () => {
    const whole = truthOf();
    const gap = whole.sealed.filter(({ n }) => n !== 20);
    expect(check(history, { ...whole, sealed: gap })).toEqual(['J4: the journal breaks at entry 20: gap']);
    const changed = whole.sealed.map((one) =>
      one.n === 20 ? { ...one, body: one.body.replace(/"at":\d/, '"at":9') } : one,
    );
    expect(check(history, { ...whole, sealed: changed })).toEqual([
      'J4: the journal breaks at entry 20: hash',
    ]);
  });
});

describe('X2 ranking = recount of the journal = bundle', () => {
  it('finds a bundle with another score, with another ballot, and of another journal', () => {
    const scored = truthOf();
    (scored.bundle as Bundle).results[0]!.score = '99.99';
    expect(all(check(history, scored))).toMatch(/results\.A\.score: 99\.99 published/);
    const counted = truthOf();
    (counted.bundle as Bundle).ballots.pop();
    expect(all(check(history, counted))).toContain('counts other ballots than the journal has');
    const other = truthOf();
    (other.bundle as Bundle).journal.length -= 1;
    expect(check(history, other)).toEqual(['X2: the bundle is not the one of the journal: journal']);
  });

  it('finds a bundle that tells of another lock than the journal has', () => {
    const truth = truthOf();
    const [first] = (truth.bundle as Bundle).journal.locks ?? [];
    first!.head = 'f'.repeat(64);
    expect(check(history, truth)).toEqual(['X2: the bundle is not the one of the journal: journal']);
  });

  it('finds a screen with another rank', () => {
    const truth = truthOf();
    const standings = structuredClone(truth.standings)!;
    standings.rows[0]!.rank = 2;
    expect(all(check(history, { ...truth, standings }))).toContain('the screen says 2');
  });
});

describe('the screens', () => {
  it('finds one that stayed behind, one that shows something else, and one of another journal', () => {
    const truth = truthOf();
    const [first, second] = truth.seen as [(typeof truth.seen)[0], (typeof truth.seen)[0]];
    const other = (over: object) => all(check(history, { ...truth, seen: [first, { ...second, ...over }] }));
    expect(other({ at: first.at - 1 })).toContain(`wall-2: frame ${first.at - 1}`);
    expect(other({ slices: { stage: { unit: 'A' } } })).toContain('shows another stage than wall-1');
    expect(other({ journal: 'm2' })).toContain('another journal');
  });
});
