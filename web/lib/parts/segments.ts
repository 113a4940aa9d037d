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

/** Words with the marks behind them; the whole text in one where nothing is known. */
export function segmentsOf(text: string): string[] {
  const words = known();
  if (!words) return [text];
  const parts: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = parts.length - 1;
    if (isWordLike || last < 0) parts.push(segment);
    else parts[last] += segment;
  }
  return parts;
}
