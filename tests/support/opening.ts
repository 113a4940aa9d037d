/** The opening of a meeting with a demo roster, for a journal that no hub wrote. */
import type { Draft } from '../../assessment/journal.ts';
import { openingOf } from '../../assessment/opening.ts';
import { demoRoster } from '../../db/demo.ts';

const created = {
  id: 'M',
  code: '605218',
  demo: true,
  mode: 'rehearsal' as const,
  info: { title: '演示考场', place: '', date: '' },
  rehearsal: null,
};

/** @param at server time in ms */
export const demoOpening = (at: number, units = 3): Draft[] =>
  openingOf(created, demoRoster(units)).map((entry) => ({ ...entry, at, by: 'system:' }));
