/** Reads a Word file back without the library that wrote it: the zip by hand, the XML with a few patterns. */
import { unzip } from './xlsx.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text.replace(/&([a-z]+);/g, (_all, name: string) => ENTITIES[name] ?? '');

/** The text of a piece; a break is a line. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
    .map(([all, text]) => (all === '<w:br/>' ? '\n' : unescape(text ?? '')))
    .join('');

export interface ReadTable {
  /** Whether its first row comes again on every page. */
  headRepeats: boolean;
  /** Whether no row is torn in two. */
  rowsStay: boolean;
  rows: string[][];
}

export interface ReadDocument {
  /** Path in the zip → XML. */
  parts: Map<string, string>;
  body: string;
  /** Style and text of every paragraph outside tables. */
  paragraphs: { style: string; text: string; xml: string }[];
  tables: ReadTable[];
  /** All texts, tables included. */
  text: string;
}

function tableOf(xml: string): ReadTable {
  const rows = [...xml.matchAll(/<w:tr(?: [^>]*)?>([\s\S]*?)<\/w:tr>/g)].map(([row]) => row);
  return {
    headRepeats: (rows[0] ?? '').includes('<w:tblHeader/>'),
    rowsStay: rows.every((row) => row.includes('<w:cantSplit/>')),
    rows: rows.map((row) => [...row.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)].map(([cell]) => textOf(cell))),
  };
}

export function readDocx(file: Uint8Array): ReadDocument {
  const parts = new Map([...unzip(file)].map(([path, data]) => [path, data.toString('utf8')]));
  const body = parts.get('word/document.xml') ?? '';
  const outside = body.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, '');
  const paragraphs = [...outside.matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)].map(([xml]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? '',
    text: textOf(xml),
    xml,
  }));
  const tables = [...body.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([xml]) => tableOf(xml));
  return { parts, body, paragraphs, tables, text: textOf(body) };
}
