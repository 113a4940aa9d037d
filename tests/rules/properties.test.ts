import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../assessment/bundle.ts';
import { fold } from '../../assessment/decide.ts';
import { unseal, type Recorded } from '../../assessment/journal.ts';
import { differences, recount } from '../../assessment/recount.ts';
import { standingsOf } from '../../assessment/results.ts';
import { emptyState, type State } from '../../assessment/state.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { HEAD, withCrowd } from '../reports/meetings.ts';
import { firstDifference, folded, purged, snapshot } from '../support/meeting.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { Die } from '../support/wander/making.ts';
import { nextMove, scoreSomehow, wander } from '../support/wander.ts';

const walks = (most: number) => fc.array(fc.nat(0x7fff_ffff), { minLength: 1, maxLength: most, size: 'max' });
const scene = (options: Parameters<typeof setScene>[0] = {}): Scene =>
  setScene({ scoring: withCrowd, units: ['A', 'B', 'C', 'D', 'E'], ...options });

/** A scene after everything in the walk has happened. */
function walked(seeds: readonly number[], options: Parameters<typeof setScene>[0] = {}): Scene {
  const place = scene(options);
  for (const seed of seeds) wander(place, seed);
  return place;
}

/** What counts of each unit, by pass: nothing of receipts and times, which chance and the clock give. */
const counted = (state: State, unit?: string): string =>
  JSON.stringify(
    [...state.ballots.byUnit]
      .filter(([id]) => unit === undefined || id === unit)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, ballots]) => [
        id,
        [...ballots]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([pass, { scores, status, revision }]) => [
            pass,
            Object.entries(scores).sort(),
            status,
            revision,
          ]),
      ]),
  );

/** Nobody may change an entry: the public and the working state are folded from the same one. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

describe('J1 · folding', () => {
  it('J1 folding the journal again gives the same state, also from its sealed text', () => {
    fc.assert(
      fc.property(walks(400), (seeds) => {
        const { meeting } = walked(seeds);
        const text = JSON.parse(JSON.stringify(meeting.journal)) as Recorded[];
        for (const journal of [meeting.journal, meeting.sealed().map(unseal), text]) {
          expect(firstDifference(folded(journal), meeting.state)).toBeNull();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('J1 two states can be folded from the same entries, which stay as they are', () => {
    fc.assert(
      fc.property(walks(400), (seeds) => {
        const { meeting } = walked(seeds);
        const [one, two] = [emptyState(), emptyState()];
        for (const entry of frozen(meeting.journal)) {
          fold(one, entry);
          fold(two, entry);
        }
        expect(firstDifference(one, meeting.state)).toBeNull();
        expect(firstDifference(two, meeting.state)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it('J5 decide changes nothing of the state that it is given', () => {
    fc.assert(
      fc.property(
        walks(300),
        fc.array(fc.nat(0x7fff_ffff), { minLength: 10, maxLength: 10 }),
        (seeds, more) => {
          const place = walked(seeds);
          const before = snapshot(place.state);
          for (const seed of more) {
            const move = nextMove(place, new Die(seed));
            place.meeting.decides(move.who, { id: `try-${seed}`, type: move.type, body: move.body });
          }
          expect(snapshot(place.state) === before).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('J6 · purge', () => {
  it('J6 the same entries without private parts give the same ballots, ranking and count', () => {
    fc.assert(
      fc.property(walks(500), (seeds) => {
        const { meeting, state } = walked(seeds);
        const after = folded(purged(meeting.sealed()));
        expect(counted(after)).toBe(counted(state));
        const units = [...state.agenda.turns.keys()];
        const rank = (of: State) =>
          standingsOf(of, units).map(({ unit, rank: place, score }) => [unit, place, score.score]);
        expect(rank(after)).toEqual(rank(state));
        const { deductions: bare, ...count } = bundleOf(after, HEAD);
        const { deductions, ...before } = bundleOf(state, HEAD);
        expect(count).toEqual(before);
        expect(bare).toEqual(deductions.map((one) => ({ ...one, reason: '' })));
      }),
      { numRuns: 30 },
    );
  });
});

describe('X · bundle', () => {
  it('X2 of any meeting can be read, recounts without a difference and is what the meeting says itself', () => {
    fc.assert(
      fc.property(walks(700), (seeds) => {
        const { state } = walked(seeds);
        const bundle = bundleOf(state, HEAD);
        expect(parseBundle(JSON.parse(JSON.stringify(bundle)))).toEqual({ bundle });
        expect(differences(bundle)).toEqual([]);
        const locked = bundle.attendance.map(({ unit }) => unit);
        const own = new Map(standingsOf(state, locked).map(({ unit, rank }) => [unit, rank]));
        for (const { unit, rank } of bundle.results) expect(rank).toBe(own.get(unit) ?? null);
      }),
      { numRuns: 40 },
    );
  });

  it('K1 the ranking does not depend on the order of ballots, units or anything else', () => {
    fc.assert(
      fc.property(walks(700), fc.nat(), (seeds, seed) => {
        const { state } = walked(seeds);
        const bundle = bundleOf(state, HEAD);
        const die = new Die(seed);
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: die.below(1e9) }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const again = recount({
          ...bundle,
          units: shuffled(bundle.units),
          ballots: shuffled(bundle.ballots),
          crowd: shuffled(bundle.crowd),
          attendance: shuffled(bundle.attendance),
          deductions: shuffled(bundle.deductions),
        });
        expect(again.sort((a, b) => (a.unit < b.unit ? -1 : 1))).toEqual(bundle.results);
      }),
      { numRuns: 30 },
    );
  });
});

describe('B · ballots in any order', () => {
  /** What one examiner sends for a unit, in his order: some twice (a resend), the last ones after the lock. */
  const sending = fc.record({
    share: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 0, maxLength: 3 }),
    resend: fc.boolean(),
    late: fc.boolean(),
  });

  /** Plays the sendings of all examiners for A, shuffled among the examiners by `order`. */
  function played(
    sendings: readonly (typeof sending extends fc.Arbitrary<infer T> ? T : never)[],
    order: number,
  ): Scene {
    const place = setScene({ examiners: { party: 4, people: 4 } });
    const { host, examiners, meeting, state } = place;
    const { sheet } = state.scoring;
    host.stepsTo('A', 'scoring');
    const queues = sendings.map(({ share, resend }, at) => {
      const commands = share.map((tenth, revision) => ({
        one: examiners[at]!,
        id: `${at}-${revision}`,
        body: {
          unit: 'A',
          replaces: revision,
          scores: Object.fromEntries(sheet.map(({ id, full }) => [id, (full / 10) * tenth])),
        },
      }));
      return resend ? commands.flatMap((one) => [one, one]) : commands;
    });
    const die = new Die(order);
    const send = (at: number) => {
      const next = queues[at]!.shift()!;
      meeting.takes(next.one.who, 'ballot.submit', next.body, next.id);
      return next;
    };
    const sent: ReturnType<typeof send>[] = [];
    for (;;) {
      const open = queues.flatMap((queue, at) => (queue.length > 0 ? [at] : []));
      if (open.length === 0) break;
      sent.push(send(die.pick(open)));
      if (die.odds(5)) host.send('clock.adjust', { clock: 'stage', by: 1_000 });
    }
    host.stepsTo('A', 'locked');
    sendings.forEach(({ late }, at) => {
      if (!late) return;
      const body = {
        unit: 'A',
        replaces: 0,
        scores: Object.fromEntries(sheet.map(({ id, full }) => [id, full])),
      };
      meeting.takes(examiners[at]!.who, 'ballot.submit', body, `late-${at}`);
    });
    for (const { one, id, body } of sent) meeting.takes(one.who, 'ballot.submit', body, id);
    return place;
  }

  it('B2 commands that arrive in another order before the lock, twice or late give the same counted ballots', () => {
    const all = fc.array(sending, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(all, fc.nat(), fc.nat(), (sendings, one, two) => {
        const plain = sendings.map((each) => ({ ...each, resend: false, late: false }));
        const states = [played(plain, one), played(sendings, one), played(sendings, two)].map(
          ({ state }) => state,
        );
        const [first, ...others] = states.map((state) => counted(state, 'A'));
        for (const other of others) expect(other).toBe(first);
        const results = states.map((state) => bundleOf(state, HEAD).results);
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
        const last = sendings.map(({ share }) => share.at(-1));
        const model = Object.fromEntries(
          last.flatMap((tenth, at) => (tenth === undefined ? [] : [[at, tenth * 1000]])),
        );
        const { examiners, state } = played(sendings, two);
        const totals = examiners.flatMap(({ pass }, at) => {
          const ballot = state.ballots.byUnit.get('A')?.get(pass);
          return ballot ? [[at, Object.values(ballot.scores).reduce((sum, points) => sum + points, 0)]] : [];
        });
        expect(Object.fromEntries(totals)).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });
});

describe('B1 · by whatever way a ballot came', () => {
  it('B1 B6 one person has one ballot that counts for a unit, no two share a receipt, and B5 none is too many', () => {
    fc.assert(
      fc.property(walks(700), (seeds) => {
        const place = scene();
        for (const seed of seeds) scoreSomehow(place, seed);
        const { state, meeting } = place;
        for (const [unit, ballots] of state.ballots.byUnit) {
          const counting = [...ballots.values()].filter(({ status }) => status === 'counted');
          const people = counting.map(({ pass }) => state.passes.all.get(pass)?.person ?? pass);
          expect(new Set(people).size, unit).toBe(people.length);
          const seats = new Set(counting.map(({ pass }) => pass));
          for (const pass of seats) expect(seats).not.toContain(state.passes.all.get(pass)?.substitute);
          const frozen = state.agenda.turns.get(unit)?.frozen;
          const { eligible = Infinity, passes = [] } = frozen ?? {};
          if (frozen) for (const { pass } of counting) expect(passes).toContain(pass);
          expect(ballots.size).toBeLessThanOrEqual(eligible);
        }
        const given = meeting.journal.flatMap(({ data }) => (data as { receipt?: string }).receipt ?? []);
        expect(new Set(given).size).toBe(given.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('B4 · nothing after the lock', () => {
  it('B4 whatever anybody sends after the lock, counted ballots change only by a confirmed amendment', () => {
    fc.assert(
      fc.property(walks(200), walks(200), (before, after) => {
        const place = walked(before);
        for (const unit of place.state.agenda.turns.keys()) {
          const turn = place.state.agenda.turns.get(unit);
          if (turn?.stage === 'scoring' || turn?.stage === 'closing')
            place.meeting.takes(place.host.who, 'meeting.resume', {});
        }
        const locked = () =>
          [...place.state.agenda.turns.values()].filter(
            ({ stage }) => stage === 'locked' || stage === 'published',
          );
        for (const seed of after) {
          const stood = locked().map(
            ({ unit }) =>
              [
                unit,
                counted(place.state, unit),
                place.state.agenda.turns.get(unit)?.frozen?.eligible,
              ] as const,
          );
          const entries = place.meeting.journal.length;
          wander(place, seed);
          const amended = place.meeting.journal.slice(entries).flatMap(({ type, data }) => {
            if (type !== 'amendment-confirmed') return [];
            return [place.state.amendments.all.get((data as { amendment: string }).amendment)?.unit];
          });
          const still = new Set(locked().map(({ unit }) => unit));
          for (const [unit, ballots, eligible] of stood) {
            if (amended.includes(unit)) continue;
            expect(counted(place.state, unit)).toBe(ballots);
            if (still.has(unit)) expect(place.state.agenda.turns.get(unit)?.frozen?.eligible).toBe(eligible);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('B4 an amendment changes the ballot that it names and no other', () => {
    fc.assert(
      fc.property(walks(500), fc.nat(), (seeds, seed) => {
        const place = walked(seeds);
        const die = new Die(seed);
        const open = [...place.state.amendments.all.values()].filter(
          (one) => one.confirmedBy === null && !one.withdrawn,
        );
        if (open.length === 0) return;
        const amendment = die.pick(open);
        const others = () =>
          JSON.stringify(
            [...place.state.ballots.byUnit].flatMap(([unit, all]) =>
              [...all].filter(([pass]) => unit !== amendment.unit || pass !== amendment.pass),
            ),
          );
        const before = others();
        place.meeting.takes(place.scrutineer.who, 'amendment.confirm', { amendment: amendment.id });
        expect(others().length).toBe(before.length);
        expect(others()).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('A · the stage', () => {
  it('A3 has at most one unit between reporting and closing, whatever happens', () => {
    fc.assert(
      fc.property(walks(500), (seeds) => {
        const place = scene();
        for (const seed of seeds) {
          wander(place, seed);
          const on = [...place.state.agenda.turns.values()].filter(({ stage }) =>
            ['reporting', 'questioning', 'scoring', 'closing'].includes(stage),
          );
          expect(on.map(({ unit }) => unit)).toEqual(
            place.state.agenda.onStage === null ? [] : [place.state.agenda.onStage],
          );
          expect([...place.state.agenda.order].sort()).toEqual([...place.state.agenda.turns.keys()].sort());
          const { bySession, all } = place.state.passes;
          for (const [session, pass] of bySession) expect(all.get(pass)?.session).toBe(session);
          expect(new Set([...all.values()].flatMap(({ session }) => session ?? [])).size).toBe(
            bySession.size,
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});
