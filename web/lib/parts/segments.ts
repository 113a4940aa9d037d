/** Where a Chinese sentence may break without tearing a word, as far as the browser knows words. */
interface Segmenter {
  segment(text: string): Iterable<{ segment: string; isWordLike?: boolean }>;
}
type Maker = new (locale: string, options: { granularity: 'word' }) => Segmenter;

let segmenter: Segmenter | null | undefined;

function known(): Segmenter | null {
  if (segmenter !== undefined) return segmenter;
  const make = (Intl as unknown as { Segmenter?: Maker }).Segmenter;
  segmenter = make ? new make('zh-CN', { granularity: 'word' }) : null;
  return segmenter;
}

/** A mark that opens something stands before its word and never at the end of a line. */
const OPENS = /^\p{Ps}|^\p{Pi}/u;

/** Words with the marks around them; the whole text in one where nothing is known. */
export function segmentsOf(text: string): string[] {
  const words = known();
  if (!words) return [text];
  const parts: string[] = [];
  let opening = false;
  for (const { segment, isWordLike = false } of words.segment(text)) {
    const opens = OPENS.test(segment);
    const last = parts.length - 1;
    if (last < 0 || (!opening && (isWordLike || opens))) parts.push(segment);
    else parts[last] += segment;
    opening = opens;
  }
  return parts;
}
