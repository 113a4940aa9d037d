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

/** Names that the meeting may know, and others. */
const NAMES = [
  'u1',
  'u2',
  'm0-0',
  'q20',
  'party-01',
  'people-01',
  'e1',
  'party',
  'wall-1',
  'report',
  'direct',
];
const id = fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/));
const word = fc.oneof(
  { weight: 4, arbitrary: id },
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

/** A value that the schema takes, or nearly. */
export function shapeOf(given: unknown, depth = 0): fc.Arbitrary<unknown> {
  const schema = given as Schema;
  const inner = (one: unknown) => shapeOf(one, depth + 1);
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
        Object.fromEntries(Object.entries(schema.entries ?? {}).map(([key, one]) => [key, inner(one)])),
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
      return fc.oneof(...(schema.options ?? []).map(inner));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numbers(schema);
    case 'string':
      return word;
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

/** Up to two places of it changed, or none. */
export const changed = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(value, fc.array(fc.record({ at: fc.nat(), value: odd }), { maxLength: 2 }))
    .map(([whole, changes]: [unknown, Change[]]) => changes.reduce(withChange, whole));

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
