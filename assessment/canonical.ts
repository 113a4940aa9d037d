/**
 * RFC 8785 text of a JSON value: keys in the order of their UTF-16 units, numbers and strings as `JSON.stringify` writes
 * them, no spaces. Every ballot is written down twice this way, so it is our own (0028); a test holds it beside the library.
 */

/** Text that JSON writes as it is, between quotes. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** Half a character, which UTF-8 cannot carry. */
const HALF = /\p{Surrogate}/u;
/** Deeper than any message may be; a value that contains itself ends here, too. */
const DEEPEST = 1000;

/** What has to be written by hand. */
const BY_HAND = Symbol();
/** Keys that an object does not keep in the order in which they are set. */
const UNORDERED = /^(?:\d|__proto__$)/;

/** @throws TypeError where the value has no JSON form: no number, half a character, a function, a circle. */
export function canonical(value: unknown): string {
  // The engine writes a whole value several times as fast as we do, once its keys stand in order.
  const copy = ordered(value, DEEPEST);
  const text = copy === BY_HAND || copy === undefined ? '' : JSON.stringify(copy);
  // It writes half a character down as an escape, which nothing else begins.
  return text === '' || text.includes('\\ud') ? textOf(value, DEEPEST) : text;
}

/** The same value with its keys in order; `BY_HAND` where that cannot be. */
function ordered(value: unknown, left: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : BY_HAND;
  if (typeof value !== 'object' || left === 0) return BY_HAND;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const one of value as unknown[]) {
      const item = ordered(one ?? null, left - 1);
      if (item === BY_HAND) return BY_HAND;
      items.push(item);
    }
    return items;
  }
  const own = value as Record<string, unknown>;
  if (typeof own.toJSON === 'function') return BY_HAND;
  const copy: Record<string, unknown> = {};
  for (const key of inOrder(Object.keys(own))) {
    if (own[key] === undefined) continue;
    const member = UNORDERED.test(key) ? BY_HAND : ordered(own[key], left - 1);
    if (member === BY_HAND) return BY_HAND;
    copy[key] = member;
  }
  return copy;
}

function textOf(value: unknown, left: number): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return Number.isFinite(value) ? String(value) : noForm();
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return left > 0 ? compound(value, left - 1) : noForm();
    default:
      return noForm();
  }
}

function compound(value: object, left: number): string {
  if (Array.isArray(value)) {
    let items = '';
    for (let at = 0; at < value.length; at += 1)
      items += (at === 0 ? '' : ',') + textOf((value[at] as unknown) ?? null, left);
    return `[${items}]`;
  }
  const own = value as Record<string, unknown> & { toJSON?: unknown };
  if (typeof own.toJSON === 'function') return textOf(own.toJSON(), left);
  let members = '';
  for (const key of inOrder(Object.keys(own))) {
    const member = own[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${quoted(key)}:${textOf(member, left)}`;
  }
  return `{${members}}`;
}

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  return HALF.test(text) ? noForm() : JSON.stringify(text);
}

/** A handful of keys, mostly in order already; many are left to the engine. */
function inOrder(keys: string[]): string[] {
  if (keys.length > 32) return keys.sort();
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] as string;
    let to = at;
    for (; to > 0 && (keys[to - 1] as string) > key; to -= 1) keys[to] = keys[to - 1] as string;
    keys[to] = key;
  }
  return keys;
}

function noForm(): never {
  throw new TypeError('value has no canonical JSON form');
}
