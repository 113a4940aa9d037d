/** What the terminal says when the hub runs: addresses, a code for a phone, the one-time link. */
import { renderUnicodeCompact } from 'uqr';
import type { Text } from './text/index.ts';

/** @param setUp the one-time token while there is no organizer; its link works on this machine or over HTTPS (I7) */
export function greeting(text: Text, addresses: string[], setUp: string | null, folder: string): string {
  const [best = ''] = addresses;
  const local =
    addresses.find((one) => one.startsWith('https://') || one.includes('//localhost')) ??
    addresses.at(-1) ??
    best;
  const lines = [
    '',
    text.running,
    '',
    `${text.addresses}:`,
    ...addresses.map((one) => `  ${one}${one.includes('//localhost') ? `  (${text.local})` : ''}`),
    `${text.data}: ${folder}`,
    '',
    `${text.scan}: ${best}`,
    renderUnicodeCompact(best),
  ];
  if (setUp !== null) lines.push('', `${text.setUp}:`, `  ${local}/set-up#${setUp}`, `  ${text.setUpOnce}`);
  return [...lines, ''].join('\n');
}
