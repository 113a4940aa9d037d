/** GB/T 9704 · The page around the text: “— 1 —” at the outer foot, and on top what a copy must not lose. */
import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx';
import { runs } from './prose.ts';
import { FONTS, GRID, MARGIN, PAGE, SIZES, twips } from './style.ts';

/** 单页码居右空一字，双页码居左空一字: one character of 14 pt. */
const ONE = 280;

function pageNumber(side: 'left' | 'right'): Footer {
  const run = { font: FONTS.song, size: SIZES.four };
  const children = [
    new TextRun({ ...run, text: '— ' }),
    new TextRun({ ...run, children: [PageNumber.CURRENT] }),
    new TextRun({ ...run, text: ' —' }),
  ];
  const [alignment, indent] =
    side === 'right' ? [AlignmentType.RIGHT, { right: ONE }] : [AlignmentType.LEFT, { left: ONE }];
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
}

function mark(marks: readonly string[]): Header {
  const children = runs(marks.join(' · '), { font: FONTS.black, size: SIZES.four });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

/** The one section of the report. The footer's line stands 7 mm below the text (35 − 7 − the line itself). */
export function sectionOf(children: ISectionOptions['children'], marks: readonly string[]): ISectionOptions {
  const headers = marks.length > 0 ? { headers: { default: mark(marks), even: mark(marks) } } : {};
  return {
    properties: {
      page: { size: PAGE, margin: { ...MARGIN, header: twips(22), footer: twips(24) } },
      grid: GRID,
    },
    ...headers,
    footers: { default: pageNumber('right'), even: pageNumber('left') },
    children,
  };
}
