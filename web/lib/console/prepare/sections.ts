/** The parts of the preparation in the order in which an organizer fills them in, and how far each has come. */
import { checkScoring } from '$assessment/sheet-check.ts';
import type { Slices } from '$assessment/view.ts';

export const SECTIONS = [
  'info',
  'units',
  'members',
  'sheet',
  'examiners',
  'settings',
  // Many meetings have none, and most come on the day before.
  'decks',
  'ready',
] as const;
export type Section = (typeof SECTIONS)[number];

interface Words {
  none: string;
  wrong: string;
  good: string;
}

/** What is said beside a part: how many there are, that there are none yet, or that something is to be mended. */
export function talliesOf(
  { roster, sheet, meeting, decks }: Partial<Slices>,
  words: Words,
): Partial<Record<Section, string>> {
  if (!roster || !sheet || !meeting) return {};
  const count = ({ length }: readonly unknown[]): string => (length === 0 ? words.none : String(length));
  return {
    units: count(roster.units),
    members: count(roster.members),
    decks: count(decks ?? []),
    sheet: checkScoring(sheet).length > 0 ? words.wrong : words.good,
    examiners: count(roster.examiners),
    ...(meeting.phase === 'draft' ? {} : { ready: words.good }),
  };
}
