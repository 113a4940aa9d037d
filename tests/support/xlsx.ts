/** Reads a workbook back without the library that wrote it: the zip by hand, the XML with a few patterns. */
import { inflateRawSync } from 'node:zlib';
import { unescape } from './xml.ts';

export interface ReadCell {
  /** As it stands in the file: `n` number, `s` text, `b`, `e`. */
  type: 'number' | 'text' | 'boolean' | 'error';
  value: string | number;
  /** The number format of its style. */
  format: string;
  /** What a spreadsheet would compute here; `value` is what stands in the file. */
  formula?: string;
}

export interface ReadSheet {
  name: string;
  /** A1 reference → cell; empty cells are missing. */
  cells: Map<string, ReadCell>;
  xml: string;
}

/** The files of a zip, from its central directory. */
export function unzip(file: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(file);
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0) throw new Error('no zip');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('broken central directory');
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(begin, begin + size);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** `_x0041_` is how a workbook writes the sign with that number. */
const signs = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Every text of an element, runs joined. */
const textIn = (xml: string): string =>
  [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((found) => signs(unescape(found[1] ?? ''))).join('');

const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1];

/** Style index → number format code. */
function formatsOf(styles: string): string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'numFmtId'),
      unescape(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const builtIn: Record<string, string> = { 0: 'General', 1: '0', 2: '0.00', 49: '@' };
  const cellXfs = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '';
  return [...cellXfs.matchAll(/<xf [^>]*>/g)].map(([tag]) => {
    const id = attribute(tag, 'numFmtId') ?? '0';
    return own.get(id) ?? builtIn[id] ?? id;
  });
}

/** A formula counts as a number only where a number is kept beside it. */
function formulaCell(type: string, value: string | undefined, formula: string, format: string): ReadCell {
  if (type !== 'n' || value === undefined) return { type: 'error', value: value ?? '', format, formula };
  return { type: 'number', value: Number(value), format, formula };
}

function cellOf(tag: string, inner: string, shared: string[], formats: string[]): ReadCell | null {
  const format = formats[Number(attribute(tag, 's') ?? 0)] ?? 'General';
  const type = attribute(tag, 't') ?? 'n';
  const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
  const formula = /<f(?: [^>]*)?(?:\/>|>([^<]*)<\/f>)/.exec(inner);
  if (formula) return formulaCell(type, value, unescape(formula[1] ?? ''), format);
  if (type === 'inlineStr') return { type: 'text', value: textIn(inner), format };
  if (value === undefined) return null;
  if (type === 's') return { type: 'text', value: shared[Number(value)] ?? '', format };
  if (type === 'str') return { type: 'text', value: unescape(value), format };
  if (type === 'n') return { type: 'number', value: Number(value), format };
  return { type: type === 'b' ? 'boolean' : 'error', value, format };
}

export function readXlsx(file: Uint8Array): { sheets: ReadSheet[]; workbook: string } {
  const files = unzip(file);
  const xml = (path: string): string => files.get(path)?.toString('utf8') ?? '';
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((one) =>
    textIn(one[1] ?? ''),
  );
  const formats = formatsOf(xml('xl/styles.xml'));
  const workbook = xml('xl/workbook.xml');
  const targets = new Map(
    [...xml('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  );
  const sheets = [...workbook.matchAll(/<sheet [^>]*>/g)].map(([tag]): ReadSheet => {
    const sheet = xml(`xl/${targets.get(attribute(tag, 'r:id'))?.replace(/^\/xl\//, '')}`);
    const cells = new Map<string, ReadCell>();
    for (const [, cell = '', inner = ''] of sheet.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const read = cellOf(` ${cell}`, inner, shared, formats);
      if (read) cells.set(attribute(` ${cell}`, 'r') ?? '', read);
    }
    return { name: unescape(attribute(tag, 'name') ?? ''), cells, xml: sheet };
  });
  return { sheets, workbook };
}

const letter = (column: number): string => String.fromCharCode(65 + column);

/** The table of a sheet, header row first, until the first empty line. */
export function tableIn({ cells }: ReadSheet, headRow = 4): (string | number | null)[][] {
  const width = [...Array(26).keys()].findIndex((column) => !cells.has(`${letter(column)}${headRow}`));
  const rows: (string | number | null)[][] = [];
  for (let row = headRow; ; row += 1) {
    const line = [...Array(width).keys()].map(
      (column) => cells.get(`${letter(column)}${row}`)?.value ?? null,
    );
    if (line.every((value) => value === null)) return rows;
    rows.push(line);
  }
}
