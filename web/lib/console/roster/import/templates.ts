/** Empty lists to fill in, as a workbook and as text; their two example rows are skipped by the import. */
import type { Field, Kind } from './columns.ts';

export interface Template {
  file: string;
  fields: readonly Field[];
  rows: readonly (readonly string[])[];
}

export type TemplateType = 'xlsx' | 'csv';

const TYPES: Record<TemplateType, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

/** With a mark at the start, so that a spreadsheet takes it for UTF-8. */
const templateCsv = (head: readonly string[], rows: Template['rows']): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

/** Every column is text: a spreadsheet makes no dates and numbers of what is typed into it. */
async function templateXlsx(
  name: string,
  head: readonly string[],
  rows: Template['rows'],
): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const style = { numFmt: '@' };
  return writeXlsx({
    sheets: [
      {
        name,
        columns: head.map(() => ({ width: 24, style })),
        rows: [[...head], ...rows.map((row) => [...row])],
        freezePane: { rows: 1 },
      },
    ],
  });
}

/** @returns a file to save */
export async function templateFile(
  type: TemplateType,
  { file, fields, rows }: Template,
  columns: Readonly<Record<Field, string>>,
): Promise<{ name: string; blob: Blob }> {
  const head = fields.map((field) => columns[field]);
  const content = type === 'csv' ? templateCsv(head, rows) : await templateXlsx(file, head, rows);
  return { name: `${file}.${type}`, blob: new Blob([content as BlobPart], { type: TYPES[type] }) };
}

export type Templates = Readonly<Record<Kind, Template>>;
