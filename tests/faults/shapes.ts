/** Values of a schema's shape, made from the schema itself: nearly right, so that what is wrong with them lies deep. */
import fc from 'fast-check';

/** As valibot keeps a schema; only what is read here. */
interface Schema {
  type: string;
  wrapped?: Schema;
  entries?: Record<string, Schema>;
  item?: Schema;
  key?: Schema;
  value?: Schema;
  literal?: unknown;
  options?: readonly unknown[];
  pipe?: readonly { type: string; requirement?: unknown }[];
}

/** Names that the meeting may know, by what they name; a target's own are learned. */
export type Names = Record<string, readonly string[]>;
const OWN: Names = {
  unit: ['u1', 'u2'],
  member: ['m0-0'],
  question: ['q20'],
  pass: ['party-01', 'people-01', 'wall-1'],
  person: ['e1'],
  category: ['party'],
  criterion: ['report', 'direct'],
};
let names: Names = OWN;
let all: readonly string[] = Object.values(OWN).flat();

/** From now on values name what a meeting really has, so that more of them get past "unknown" into the rules. */
export function learn(more: Names): void {
  names = { ...OWN, ...more };
  all = Object.values(names).flat();
}

const oneOf = (some: readonly string[], at: number): string => some[at % some.length] ?? '';
const odder = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);
/** @param key the field in which it stands: a unit's mostly names a unit */
const idAt = (key: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.nat().map((at) => oneOf(names[key] ?? all, at)) },
    { weight: 1, arbitrary: fc.nat().map((at) => oneOf(all, at)) },
    { weight: 1, arbitrary: odder },
  );
const id = idAt('');
const wordAt = (key: string) =>
  fc.oneof(
    { weight: 6, arbitrary: idAt(key) },
    { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
    { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{22}$/) },
    { weight: 1, arbitrary: fc.constantFrom('', '甲', '2026-12-01', '#ffffff', '12.5') },
  );

function numbers({ pipe = [] }: Schema): fc.Arbitrary<number> {
  const bound = (type: string) => pipe.find((one) => one.type === type)?.requirement;
  const [least, most] = [bound('min_value'), bound('max_value')];
  const from = typeof least === 'number' ? Math.ceil(least) : 0;
  return fc.integer({
    min: from,
    max: Math.max(from, Math.min(typeof most === 'number' ? Math.floor(most) : 100_000, 2 ** 31 - 1)),
  });
}

/** What its pattern asks for, where it has one that names do not fit; or any word. */
function strings({ pipe = [] }: Schema, key: string): fc.Arbitrary<string> {
  const word = wordAt(key);
  const pattern = pipe.find((one) => one.type === 'regex')?.requirement;
  if (!(pattern instanceof RegExp) || pattern.test(oneOf(all, 0))) return word;
  return fc.oneof({ weight: 4, arbitrary: fc.stringMatching(pattern) }, { weight: 1, arbitrary: word });
}

/** A value that the schema takes, or nearly. */
export function shapeOf(given: unknown, depth = 0, key = ''): fc.Arbitrary<unknown> {
  const schema = given as Schema;
  const inner = (one: unknown, of = key) => shapeOf(one, depth + 1, of);
  if (depth > 6) return fc.constant(null);
  switch (schema.type) {
    case 'optional':
      return fc.option(inner(schema.wrapped), { nil: undefined, freq: 2 });
    case 'nullable':
    case 'nullish':
      return fc.option(inner(schema.wrapped), { nil: null, freq: 2 });
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.entries ?? {}).map(([of, one]) => [of, inner(one, of)])),
      );
    case 'array':
      return fc.array(inner(schema.item), { maxLength: 4 });
    case 'record':
      return fc.dictionary(id, inner(schema.value), { maxKeys: 5 });
    case 'picklist':
      return fc.constantFrom(...(schema.options ?? [null]));
    case 'literal':
      return fc.constant(schema.literal);
    case 'union':
    case 'variant':
      return fc.oneof(...(schema.options ?? []).map((one) => inner(one)));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numbers(schema);
    case 'string':
      return strings(schema, key);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** What may stand where something else belongs. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, -1, 0.5, 1e300, 2 ** 53, '', '__proto__', 'constructor', '\ud800', '\u0000', [], {}, [[[]]]],
      ...['x'.repeat(20_000), { __proto__: null, toString: 1 }],
    ),
  },
);

interface Change {
  at: number;
  value: unknown;
}

/** How many places of it are changed: nothing of every other one, or the door would be all that is ever tried. */
const places = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Change[]>([]) },
  { weight: 3, arbitrary: fc.array(fc.record({ at: fc.nat(), value: odd }), { minLength: 1, maxLength: 2 }) },
);

export const changed = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(value, places).map(([whole, changes]: [unknown, Change[]]) => changes.reduce(withChange, whole));

function withChange(value: unknown, { at, value: other }: Change): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const nth = at % (keys.length + 1);
  const key = keys[nth];
  if (key === undefined) return other;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const slot = copy as Record<string, unknown>;
  slot[key] = at % 3 === 0 ? other : withChange(slot[key], { at: Math.floor(at / 7), value: other });
  return copy;
}
