/** Spans as minutes and seconds, as they are typed and shown. All in ms. */

/** `8:00`; the last second shows as `0:01`. */
export function spanText(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Reads `8`, `8:30` or `0:30` as minutes and seconds; null for anything else or more than a day. */
export function parseSpan(text: string): number | null {
  const match = /^\s*(\d{1,4})(?:[:：](\d{1,2}))?\s*$/.exec(text);
  if (!match || Number(match[2] ?? 0) > 59) return null;
  const ms = (Number(match[1]) * 60 + Number(match[2] ?? 0)) * 1000;
  return ms <= 86_400_000 ? ms : null;
}
