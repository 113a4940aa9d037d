/** Clocks in figures, and spans of settings in minutes and seconds. All in ms. */

/** `8:00` for what is left, counted up to the second; `0:12` for overtime, counted down to it. */
export function clockText(ms: number): string {
  const seconds = ms > 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const isOver = (ms: number): boolean => ms <= 0;

/** Reads `8`, `8:30` or `0:30` as minutes and seconds into ms; null for anything else or more than a day. */
export function parseSpan(text: string): number | null {
  const match = /^\s*(\d{1,4})(?:[:：](\d{1,2}))?\s*$/.exec(text);
  if (!match || Number(match[2] ?? 0) > 59) return null;
  const ms = (Number(match[1]) * 60 + Number(match[2] ?? 0)) * 1000;
  return ms <= 86_400_000 ? ms : null;
}

export const spanText = (ms: number): string => clockText(Math.max(0, ms));
