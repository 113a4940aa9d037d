/** Bundles that somebody broke or forged: one or two places changed, each in a way of its own. */
import fc from 'fast-check';

type Keys = (string | number)[];
type Holder = Record<string | number, unknown>;

/** Every place of a value that is not buried, as its keys. */
function placesOf(value: unknown, path: Keys = []): Keys[] {
  const here = path.length > 0 ? [path] : [];
  if (typeof value !== 'object' || value === null || path.length > 8) return here;
  const inner = Object.entries(value).map(([key, one]) =>
    placesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...here, ...inner.flat()];
}

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Stand for what would fill the report of a failure. */
const LARGE = new Map<unknown, unknown>([
  ['<long>', 'x'.repeat(1_000_000)],
  ['<long list>', ['x'.repeat(1_000_000), 'y'.repeat(1_000_000)]],
  ['<deep>', nested(2000)],
]);
const large = (value: unknown): unknown => LARGE.get(value) ?? value;

/** What may stand where something else belongs. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(
      ...['0', '-1', '1e9', '1e400', '007', '12.505', '99999.99', '100000', '', 'A', 'constructor'],
      ...['\ud800', '\udfff 28JT97KB', '__proto__', '=1+1', '\u202e\u001b[31m', 'counted', 'late'],
      ...[0, -0, -1, 1.5, 1e21, 1e300, 2 ** 53, null, true, [], {}, [[]]],
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...LARGE.keys()) },
);

export type Mutation =
  | { how: 'remove' | 'repeat'; at: number }
  | { how: 'borrow'; at: number; from: number }
  | { how: 'replace'; at: number; value: unknown }
  | { how: 'add'; at: number; key: string; value: unknown };

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'a.b', '0', 'absent', 'full', '<long>'];
const place = fc.nat(1_000_000);

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ how: fc.constantFrom('remove' as const, 'repeat' as const), at: place }),
    { weight: 2, arbitrary: fc.record({ how: fc.constant('borrow' as const), at: place, from: place }) },
    fc.record({ how: fc.constant('replace' as const), at: place, value: odd }),
    fc.record({ how: fc.constant('add' as const), at: place, key: fc.constantFrom(...KEYS), value: odd }),
  ),
  { minLength: 1, maxLength: 2 },
);

/** As an own property, whatever it is called. */
function set(holder: Holder, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

const atPath = (root: unknown, path: Keys): unknown =>
  path.reduce<unknown>((value, key) => (value as Holder)[key], root);

/** What stands at another place of the same name: the score of another ballot, the receipt of another. */
function borrowed(root: unknown, places: Keys[], key: unknown, from: number): unknown {
  const alike = places.filter((path) => path[path.length - 1] === key);
  return JSON.parse(JSON.stringify(atPath(root, alike[from % alike.length] ?? [])));
}

function mutate(root: unknown, mutation: Mutation): void {
  const places = placesOf(root);
  const path = places[mutation.at % places.length] ?? [];
  const holder = atPath(root, path.slice(0, -1)) as Holder;
  const key = path[path.length - 1] as string | number;
  const value = holder[key];
  if (mutation.how === 'borrow') set(holder, key, borrowed(root, places, key, mutation.from));
  else if (mutation.how === 'replace') set(holder, key, large(mutation.value));
  else if (mutation.how === 'add') {
    const within = typeof value === 'object' && value !== null ? (value as Holder) : holder;
    set(within, String(large(mutation.key)), large(mutation.value));
  } else if (Array.isArray(holder)) {
    if (mutation.how === 'remove') holder.splice(Number(key), 1);
    else holder.splice(Number(key), 0, JSON.parse(JSON.stringify(value)));
  } else if (mutation.how === 'remove') delete holder[key];
  else set(holder, `${key}2`, value);
}

/** The text of a bundle after all of these. */
export function mutated(bundle: unknown, all: readonly Mutation[]): string {
  const copy: unknown = JSON.parse(JSON.stringify(bundle));
  for (const one of all) mutate(copy, one);
  return JSON.stringify(copy);
}
