/** What a scanner types or a camera reads: the link of a pass, or its secret alone. */

export type PassLink = { secret: string } | 'other-meeting' | 'unreadable';

export function passLink(typed: string, code: string): PassLink {
  const [, of, secret] = /^(?:\S*\/p\/(\d{6})\/?#)?([A-Za-z0-9_-]{22,64})$/.exec(typed.trim()) ?? [];
  if (secret === undefined) return 'unreadable';
  return of !== undefined && of !== code ? 'other-meeting' : { secret };
}
