/** The pieces of a document: a heading, a paragraph of prose, a line in a table. Whatever people typed is only ever text. */
import {
  HeadingLevel,
  LineRuleType,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { xmlText } from '../safe-text.ts';

/** Lines that somebody typed stay lines. */
export const runs = (text: string, options: IRunOptions = {}): TextRun[] =>
  xmlText(text)
    .split(/\r\n?|\n/)
    .map((line, at) => new TextRun({ ...options, text: line, ...(at > 0 ? { break: 1 } : {}) }));

const styled = (style: string, text: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ style, ...more, children: runs(text) });

export const prose = (text: string, more?: IParagraphOptions): Paragraph => styled('Prose', text, more);
export const subtitle = (text: string): Paragraph => styled('Subtitle', text);
export const title = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.TITLE, children: runs(text) });
export const blank = (): Paragraph => new Paragraph({ children: [] });

/** 一、 in 黑体. */
export const heading1 = (text: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, ...more, children: runs(text) });
/** （一） in 楷体. */
export const heading2 = (text: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, ...more, children: runs(text) });

/** Some air behind a table. */
export const gap = (): Paragraph =>
  new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT }, children: [] });

/** Lines with the same words behind them become one: `甲、乙：没有票`. */
export function together(
  lines: readonly [string, string][],
  joiner: string,
  turned: boolean,
): [string, string][] {
  const groups = new Map<string, [string, string]>();
  for (const [name, words] of lines) {
    const key = turned ? words : name;
    const known = groups.get(key);
    if (!known) groups.set(key, [name, words]);
    else if (turned) known[0] += `${joiner}${name}`;
    else known[1] += `${joiner}${words}`;
  }
  return [...groups.values()];
}
