/** Finding by what is written, by pinyin, or by initials. The dictionary is fetched when somebody first looks. */

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** @returns ids of the rows of which one text holds what was typed, or is spelled so */
export async function findIn<T extends { id: string }>(
  typed: string,
  rows: readonly T[],
  textsOf: (row: T) => readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = plain(typed);
  const { match } = await import('pinyin-pro');
  const hits = (text: string): boolean =>
    plain(text).includes(asked) ||
    match(text, asked, { precision: 'start', continuous: true, space: 'ignore' }) !== null;
  return new Set(rows.filter((row) => textsOf(row).some(hits)).map(({ id }) => id));
}
