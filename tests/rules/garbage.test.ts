/** Whatever a client may send: `decide` answers, never throws, and what it refuses changes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../../assessment/actors.ts';
import { COMMANDS } from '../../assessment/decide.ts';
import { REFUSALS } from '../../assessment/refusals.ts';
import { snapshot } from '../support/meeting.ts';
import { Phone } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { Die } from '../support/wander/making.ts';
import { nextMove, wander } from '../support/wander.ts';

const TYPES = Object.keys(COMMANDS);
const OTHER_TYPES = [
  '',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'ballot.submit ',
  'Turn.Step',
];

/** A meeting in the middle of things, and one of everybody. */
function busy(seeds: readonly number[]): { place: Scene; people: Principal[] } {
  const place = setScene({ scrutineer: true, units: ['A', 'B', 'C', 'D'] });
  const screen = new Phone(place.meeting, 'screen');
  const member = new Phone(place.meeting, 'member');
  screen.enrols('screen-1');
  member.enrols('m-A1');
  for (const seed of seeds) wander(place, seed);
  const organizers = [place.owner, place.host, place.scrutineer, place.viewer].map(({ who }) => who);
  const devices = [
    place.examiners[0]!,
    new Phone(place.meeting, 'kiosk-1'),
    screen,
    member,
    place.voice('1'),
    new Phone(place.meeting, 'stranger'),
  ].map(({ who }) => who);
  return { place, people: [...organizers, ...devices, { kind: 'system' }] };
}

const walk = fc.array(fc.nat(0x7fff_ffff), { maxLength: 120, size: 'max' });
const type = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...TYPES) },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom(...OTHER_TYPES), fc.string()) },
);

/** Sends it and holds the answer to what every answer must be. */
function takes(place: Scene, who: Principal, command: string, body: unknown): void {
  const { state, meeting } = place;
  const before = state.length;
  const text = snapshot(state);
  const outcome = meeting.decides(who, { id: meeting.newId(), type: command, body });
  expect(snapshot(state) === text).toBe(true);
  expect(state.length).toBe(before);
  if (outcome.refused === null) return;
  expect(outcome.cause).toBeUndefined();
  expect(outcome.refused.code).not.toBe('internal');
  expect(REFUSALS).toContain(outcome.refused.code);
  expect(outcome.entries.length > 0).toBe(
    outcome.refused.code === 'turn-locked' &&
      ['ballot.submit', 'ballot.assist', 'paper.key'].includes(command),
  );
}

/** Places in a JSON value that can be changed. */
function paths(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => paths(part, [...at, key]))];
}

function withChange(value: unknown, path: readonly string[], change: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = withChange((copy as Record<string, unknown>)[key], rest, change);
  return copy;
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    0.5,
    1e300,
    '',
    ' ',
    '__proto__',
    'constructor',
    'A',
    'B',
    'party-01',
    'people-01',
    'q20',
    'order-20',
  ),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
);

describe('decide', () => {
  it('answers anything at all, and changes nothing of the state that it is given', () => {
    fc.assert(
      fc.property(
        walk,
        fc.array(fc.tuple(fc.nat(10), type, fc.anything()), { minLength: 10, maxLength: 20 }),
        (seeds, sent) => {
          const { place, people } = busy(seeds);
          for (const [who, command, body] of sent) takes(place, people[who]!, command, body);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answers bodies that are nearly right', () => {
    fc.assert(
      fc.property(
        walk,
        fc.array(fc.tuple(fc.nat(), fc.nat(), odd), { minLength: 10, maxLength: 20 }),
        (seeds, sent) => {
          const { place, people } = busy(seeds);
          for (const [seed, at, change] of sent) {
            const move = nextMove(place, new Die(seed));
            const all = paths(move.body);
            takes(place, move.who, move.type, withChange(move.body, all[at % all.length]!, change));
            takes(place, people[seed % people.length]!, move.type, move.body);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('answers a revoked session with revoked, whatever it sends', () => {
    const { place } = busy([]);
    const one = place.examiners[0]!;
    place.host.send('pass.revoke', { pass: one.pass, reason: '走错' });
    fc.assert(
      fc.property(type, fc.jsonValue(), (command, body) => {
        expect(place.meeting.decides(one.who, { id: 'any', type: command, body }).refused?.code).toBe(
          'revoked',
        );
      }),
      { numRuns: 50 },
    );
  });
});
