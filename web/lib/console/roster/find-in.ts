/** Finding rows of a list by what is written in them, by pinyin, or by initials. */
import { findPeople, plain, type Spell } from './find-person.ts';
import { loadSpelling } from './spelling.ts';

let spelling: Promise<Spell> | undefined;

/** @returns ids of the rows of which one text holds what was typed, or is spelled so */
export async function findIn<T extends { id: string }>(
  typed: string,
  rows: readonly T[],
  textsOf: (row: T) => readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = plain(typed);
  const spell = await (spelling ??= loadSpelling());
  const fits = (text: string): boolean =>
    plain(text).includes(asked) || findPeople([{ name: text }], typed, spell).length > 0;
  return new Set(rows.filter((row) => textsOf(row).some(fits)).map(({ id }) => id));
}
