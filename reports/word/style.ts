/**
 * GB/T 9704 · How an official document looks: fonts, sizes and the page. Fonts are named and never bundled; where one is
 * missing, `FONT_TABLE` tells the program what comes nearest.
 */
import { AlignmentType, DocumentGridType, LineRuleType, type IStylesOptions } from 'docx';

/** Twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);

/** 版心 156 × 225 mm: 22 lines of 28 characters, each line 28.95 pt. */
export const LINE = 579;
export const PAGE = { width: twips(210), height: twips(297) };
export const MARGIN = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const GRID = { type: DocumentGridType.LINES, linePitch: LINE };
/**
 * Characters of 16 pt are set a quarter point closer, so that 28 of them fill the line. Not by a grid of characters:
 * LibreOffice sets those much wider than Word.
 */
const CLOSER = -5;

const latin = 'Times New Roman';
const font = (eastAsia: string, other = latin) => ({ ascii: other, hAnsi: other, cs: other, eastAsia });
export const FONTS = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  black: font('黑体'),
  kai: font('楷体_GB2312'),
  song: font('宋体', '宋体'),
  mono: font('仿宋_GB2312', 'Courier New'),
};

/** Half points: 2号 is 22 pt, 3号 16, 4号 14, 小四 12, 五号 10.5. */
export const SIZES = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 };

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
/** Two characters of the text; `firstLine` is for programs that know no characters. */
const INDENT = { firstLine: 640, firstLineChars: 200 };

const heading = (name: string, face: (typeof FONTS)['black']) => ({
  run: { font: face, size: SIZES.three, characterSpacing: CLOSER, bold: false, color: '000000' },
  paragraph: { spacing: exactly(LINE), indent: INDENT, keepNext: true },
  name,
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONTS.body, size: SIZES.three, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(LINE) },
    },
    title: {
      run: { font: FONTS.title, size: SIZES.two, bold: false },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(700) },
    },
    heading1: heading('heading 1', FONTS.black),
    heading2: heading('heading 2', FONTS.kai),
  },
  paragraphStyles: [
    {
      id: 'Prose',
      name: 'Prose',
      basedOn: 'Normal',
      quickFormat: true,
      run: { characterSpacing: CLOSER },
      paragraph: { indent: INDENT, alignment: AlignmentType.JUSTIFIED, spacing: exactly(LINE) },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { font: FONTS.kai },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(LINE) },
    },
    {
      id: 'InTable',
      name: 'In table',
      basedOn: 'Normal',
      run: { size: SIZES.smallFour },
      paragraph: { spacing: exactly(380) },
    },
    {
      id: 'InWideTable',
      name: 'In wide table',
      basedOn: 'Normal',
      run: { size: SIZES.five },
      paragraph: { spacing: exactly(320) },
    },
  ],
};

/** Font → those that come nearest, the free ones of Linux last. */
const INSTEAD: Record<string, string[]> = {
  方正小标宋简体: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC'],
  仿宋_GB2312: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'],
  楷体_GB2312: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', 'Noto Serif CJK SC'],
  黑体: ['SimHei', '华文黑体', 'STHeiti', 'Noto Sans CJK SC'],
  宋体: ['SimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC'],
};

const fontEntry = ([name, others]: [string, string[]]): string =>
  `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;

export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(INSTEAD).map(fontEntry).join('')}</w:fonts>`;
