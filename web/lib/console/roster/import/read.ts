/** Any file as tables. What it is shows in its first bytes; what its name says does not count. */
import { csvTable } from './csv.ts';
import { textOf } from './decode.ts';
import { ImportFailure, LIMITS } from './failure.ts';
import type { Table } from './table.ts';
import { xlsxTables } from './xlsx.ts';

/** A file, or what was pasted. */
export type Source = { name: string; bytes: Uint8Array } | { name: string; text: string };

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const OTHERS: readonly [string, number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
];

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((one, at) => bytes[at] === one);

/** Names in Microsoft's old container stand there in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, place) => bytes[at + place] === byte)) return true;
  }
  return false;
}

function oldContainer(bytes: Uint8Array): ImportFailure {
  if (holds(bytes, 'EncryptedPackage')) return new ImportFailure('encrypted');
  if (holds(bytes, 'WordDocument')) return new ImportFailure('other-format', { format: 'Word' });
  return new ImportFailure('old-excel');
}

async function tablesOf(source: Source): Promise<Table[]> {
  if ('text' in source) return [csvTable(source.text, source.name)];
  const { bytes, name } = source;
  if (begins(bytes, OLE)) throw oldContainer(bytes);
  if (begins(bytes, ZIP)) return xlsxTables(bytes);
  const other = OTHERS.find(([, mark]) => begins(bytes, mark));
  if (other) throw new ImportFailure('other-format', { format: other[0] });
  const text = textOf(bytes);
  if (/^\uFEFF?\s*<(?:!doctype|html|\?xml|table|head|meta)/i.test(text)) throw new ImportFailure('web-page');
  return [csvTable(text, name)];
}

/**
 * Every table of a file that holds anything.
 * @throws ImportFailure and nothing else, whatever the file is
 */
export async function readSource(source: Source): Promise<Table[]> {
  const size = 'text' in source ? source.text.length : source.bytes.length;
  if (size > LIMITS.bytes) throw new ImportFailure('too-big');
  if (size === 0) throw new ImportFailure('empty');
  try {
    const tables = (await tablesOf(source)).filter(({ rows }) => rows.length > 0);
    if (tables.length === 0) throw new ImportFailure('empty');
    return tables;
  } catch (error) {
    throw error instanceof ImportFailure ? error : new ImportFailure('broken');
  }
}
