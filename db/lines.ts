/** The name under which a journal goes on behind a restore or on another machine: its meeting's id, and an end by chance. */
import { randomBytes } from 'node:crypto';
import type { Sealed } from '../assessment/journal.ts';

/** @param journal whose first entry names the meeting */
export function lineOf(journal: { sealed(from: number, to: number): Iterable<Sealed> }): string {
  let id = '';
  for (const { body } of journal.sealed(1, 1)) {
    const { type, data } = JSON.parse(body) as { type: string; data: { id?: string } };
    if (type === 'meeting-created') id = data.id ?? '';
    break;
  }
  return `${id}-${randomBytes(8).toString('hex')}`;
}
