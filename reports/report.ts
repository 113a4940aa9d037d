/** report.docx: the result as an official document (GB/T 9704), to be signed, filed and read out. */
import { Document, Packer } from 'docx';
import type { ReportLanguage } from './text/index.ts';
import { sectionOf } from './word/page.ts';
import { coursePart } from './word/parts/course.ts';
import { checkPart, correctionsPart, signaturePart } from './word/parts/ending.ts';
import { opening } from './word/parts/opening.ts';
import { rankingPart } from './word/parts/ranking.ts';
import { unitsPart } from './word/parts/units.ts';
import { marksOf, wordSource, type Told, type WordSource } from './word/source.ts';
import { FONT_TABLE, STYLES } from './word/style.ts';
import { xmlText } from './safe-text.ts';

/** The parts in order; where no unit is locked the part of the units is not there, and the others move up. */
function partsOf(source: WordSource) {
  const units = unitsPart(source, 4);
  const at = units.length > 0 ? 5 : 4;
  return [
    ...opening(source),
    ...coursePart(source, 2),
    ...rankingPart(source, 3),
    ...units,
    ...correctionsPart(source, at),
    ...checkPart(source, at + 1),
    ...signaturePart(source),
  ];
}

/** X2: every figure in it is the recount's. */
export function reportDocx(told: Told, language: ReportLanguage = 'zh-CN'): Promise<Uint8Array> {
  const source = wordSource(told, language);
  const document = new Document({
    title: xmlText(`${told.bundle.meeting.title} ${source.words.name}`),
    creator: '',
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    sections: [sectionOf(partsOf(source), marksOf(source))],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: FONT_TABLE }]);
}
