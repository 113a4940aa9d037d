/** Which size of letters lets a text fit its box: found by measuring (fitted.ts), or guessed from the number of characters. */

/** Sizes are tried in tenths of u. */
const STEPS = 10;

/**
 * The largest size between `min` and `max`, in u, at which `fits` holds; null where none does. `fits` is asked about as
 * few sizes as can be, since each answer lays the page out once; what fits at a size has to fit at a smaller one.
 */
export function largestFit(max: number, min: number, fits: (size: number) => boolean): number | null {
  if (fits(max)) return max;
  const least = Math.ceil(min * STEPS - 1e-6);
  // `bad` is known not to fit, `good` is known to, once it is a size at all.
  let [good, bad] = [least - 1, Math.ceil(max * STEPS - 1e-6)];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(middle / STEPS)) good = middle;
    else bad = middle;
  }
  return good < least ? null : good / STEPS;
}

/** All in u; `line` is the height of a line as a multiple of the letters. */
export interface Box {
  width: number;
  height: number;
  line: number;
}

/** The three compositions of a scene: 16:9 and its neighbours, walls beyond 5:2, and portrait. */
export type Shape = 'normal' | 'wide' | 'tall';

/** Letters as wide as they are high count 1, Latin letters and figures a little more than half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) < 0x2e80 ? 0.56 : 1;
  return width;
}

/** Lines of a text whose words are not torn: up to two letters of every line stay empty. */
function linesFor(width: number, perLine: number): number {
  if (width <= perLine) return 1;
  return Math.ceil(width / Math.max(1, perLine - 1.5));
}

/** The first of `sizes` (largest first, in u) in which the text fits; the last one where none does. */
export function fitText(text: string, box: Box, sizes: readonly number[]): number {
  const width = widthOf(text);
  for (const size of sizes) {
    const lines = linesFor(width, Math.floor(box.width / size));
    if (lines * size * box.line <= box.height) return size;
  }
  return sizes[sizes.length - 1] ?? 4;
}

/** The size for each composition as custom properties; the style sheet picks the one of the shape at hand. */
export function fitStyle(text: string, boxes: Record<Shape, Box>, sizes: readonly number[]): string {
  const size = (shape: Shape) => `calc(${fitText(text, boxes[shape], sizes)} * var(--u))`;
  return `--fit-normal: ${size('normal')}; --fit-wide: ${size('wide')}; --fit-tall: ${size('tall')}`;
}

interface Segmenter {
  segment(text: string): Iterable<{ segment: string; isWordLike?: boolean }>;
}

/** Words after which a line may break; punctuation stays with the word before it. Whole where nobody can tell. */
export function wordsOf(text: string, language: string): string[] {
  const { Segmenter } = Intl as unknown as {
    Segmenter?: new (language: string, options: { granularity: 'word' }) => Segmenter;
  };
  if (!Segmenter) return Array.from(text);
  const words: string[] = [];
  for (const { segment, isWordLike } of new Segmenter(language, { granularity: 'word' }).segment(text)) {
    const opens = /^[（《“‘「『〔【(]/.test(segment);
    const last = words.length - 1;
    const waits = /[（《“‘「『〔【(]$/.test(words[last] ?? '');
    if (last >= 0 && (waits || (isWordLike !== true && !opens))) words[last] += segment;
    else words.push(segment);
  }
  return words;
}

/** One paragraph: a screen has no room for the line breaks that somebody typed. */
export const oneParagraph = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();
