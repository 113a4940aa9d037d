/** One range of bytes, as a header asks for it (RFC 9110, 14.2); several are answered as none. */

/** @returns `to` is behind the last byte; null for the whole */
export function rangeOf(
  header: string | undefined,
  size: number,
): { from: number; to: number } | null | 'unsatisfiable' {
  const found = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return null;
  const [first, last] = [found[1] ?? '', found[2] ?? ''];
  if (first === '') {
    const length = Math.min(size, Number(last));
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size };
  }
  const from = Number(first);
  const to = last === '' ? size : Math.min(size, Number(last) + 1);
  return from >= size || to <= from ? 'unsatisfiable' : { from, to };
}
