/** Files as people send them, made here; and a meeting that they are imported into. */
import { deflateRawSync } from 'node:zlib';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { Examiner, Member, Unit } from '../../../assessment/roster.ts';
import { ImportFailure } from '../../../web/lib/console/roster/import/failure.ts';
import { findList, type Layout } from '../../../web/lib/console/roster/import/find.ts';
import type { Kind } from '../../../web/lib/console/roster/import/columns.ts';
import {
  planFor,
  type Meeting,
  type Planned,
  type Wanted,
} from '../../../web/lib/console/roster/import/lists.ts';
import { readSource } from '../../../web/lib/console/roster/import/read.ts';
import type { Table } from '../../../web/lib/console/roster/import/table.ts';

export const UNITS: Unit[] = [
  { id: 'u1', name: '葵湾社区党委', street: '葵湾街道' },
  { id: 'u2', name: '渔港社区党委', street: '南屿街道' },
  { id: 'u3', name: '古城社区党委', street: '鹏角街道' },
];
export const CATEGORIES = [
  { id: 'party', name: '党员代表', weight: 20 },
  { id: 'old', name: '老党员代表', weight: 10 },
  { id: 'congress', name: '人大代表', weight: 15 },
  { id: 'media', name: '媒体代表', weight: 5 },
];

interface Given {
  units?: Unit[];
  members?: Member[];
  examiners?: Examiner[];
  /** Ids of people whose passes are valid. */
  passes?: string[];
  /** Units that were on stage. */
  used?: string[];
}

export function meetingWith({
  units = UNITS,
  members = [],
  examiners = [],
  passes = [],
  used = [],
}: Given = {}): Meeting {
  return {
    roster: { units, members, examiners },
    people: { passes: passes.map((person) => ({ person, unit: null, revoked: false })) },
    agenda: units.map(({ id }) => ({
      unit: id,
      stage: used.includes(id) ? 'locked' : 'waiting',
      absent: false,
    })),
    sheet: { categories: CATEGORIES },
  } as unknown as Meeting;
}

export const bytesOf = (text: string, mark: number[] = []): Uint8Array =>
  new Uint8Array([...mark, ...Buffer.from(text, 'utf8')]);

export const tables = (file: Uint8Array | string): Promise<Table[]> =>
  readSource(typeof file === 'string' ? { name: 'paste', text: file } : { name: 'file', bytes: file });

/** Why a file is not read. */
export async function refusal(file: Uint8Array | string): Promise<ImportFailure> {
  try {
    await tables(file);
  } catch (error) {
    if (error instanceof ImportFailure) return error;
    throw error;
  }
  throw new Error('it was read');
}

export const workbook = (...sheets: WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets });
export const sheet = (name: string, rows: CellValue[][], rest: Partial<WriteSheet> = {}): WriteSheet => ({
  name,
  rows,
  ...rest,
});

export interface Asked extends Partial<Omit<Wanted, 'table' | 'layout'>> {
  meeting?: Meeting;
  layout?: Partial<Layout>;
}

export function planOf(
  found: Table[],
  kind: Kind,
  { meeting = meetingWith(), layout, ...rest }: Asked = {},
): Planned {
  const place = { ...findList(found, kind), ...layout };
  const table = found[place.sheet]!;
  return planFor(kind, meeting, { table, layout: place, mode: 'update', choices: {}, fixed: {}, ...rest });
}

/** A file or a pasted text against a meeting. */
export const planned = async (file: Uint8Array | string, kind: Kind, asked: Asked = {}): Promise<Planned> =>
  planOf(await tables(file), kind, asked);

/** `2 new, 3 skipped`: rows with what becomes of them. */
export const statuses = ({ plan }: Planned): string[] =>
  plan.rows.map(({ row, status }) => `${row} ${status}`);
export const problems = ({ plan }: Planned): string[] =>
  plan.problems.map(({ row, field, code, value }) => `${row} ${field} ${code} ${value}`.trim());

/** The meeting after an import was confirmed. */
export function confirmed(meeting: Meeting, { body }: Planned): Meeting {
  return { ...meeting, roster: { ...meeting.roster, ...body } };
}

interface Part {
  name: string;
  data: Buffer | string;
  /** The size that the directory declares, where it lies. */
  declared?: number;
  flags?: number;
}

/** A zip by hand, so that it can be anything but well-formed. */
export function zip(parts: readonly Part[]): Uint8Array {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data, declared, flags = 0 } of parts) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name);
    const [local, entry] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declared ?? plain.length, 22);
    local.writeUInt16LE(title.length, 26);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared ?? plain.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, title, packed);
    directory.push(entry, title);
    offset += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, list, end]));
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A workbook of one sheet around raw XML. */
export const rawWorkbook = (sheetXml: string, more: readonly Part[] = [], workbookXml?: string): Uint8Array =>
  zip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      data: rels(`<Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>`),
    },
    {
      name: 'xl/workbook.xml',
      data:
        workbookXml ??
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: rels(`<Relationship Id="r1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/>`),
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheetXml },
    ...more,
  ]);

export const sheetXml = (rows: string, rest = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${rest}</worksheet>`;
export const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
