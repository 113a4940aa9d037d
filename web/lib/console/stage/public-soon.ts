/** V2 · In words: what the screen will show once the red button, or the next lock, has made it public. */
import { formatScore } from '$assessment/decimal.ts';
import type { ComingRow } from '$assessment/view-coming.ts';
import type { Slices } from '$assessment/view.ts';
import type { Common } from '../../../text/common.zh-CN.ts';
import type { ConsoleText } from '../../../text/console.zh-CN.ts';
import { mainStep } from './next-step.ts';

type Words = ConsoleText['outlook'];

const result = (row: ComingRow, t: Words, common: Common): string =>
  row.rank === null || row.score === null
    ? t.unranked(row.why === null ? '' : common.invalid[row.why])
    : t.soFar(formatScore(row.score), row.rank);

/** After-next: what goes with the lock of the unit on stage, and what stays because nobody has confirmed it. */
function withLock({ standings, meeting }: Partial<Slices>, t: Words, common: Common): string[] {
  const held = (standings?.locked ?? []).filter((one) => !one.public && !one.confirmed);
  const coming = standings?.coming?.by === 'lock' ? standings.coming.rows : [];
  return [
    ...coming.map((row) => t.withLock(row.name, result(row, t, common))),
    ...(meeting?.scrutineers ? held.map(({ name }) => t.held(name)) : []),
  ];
}

/** One line for each unit that would become public, and for each that is held back. */
export function publicSoon(slices: Partial<Slices>, t: Words, common: Common): string[] {
  const step = mainStep(slices);
  const { meeting, standings } = slices;
  if (!step || !meeting || !standings) return [];
  if (step.kind === 'publish') {
    const row = standings.coming?.rows.find(({ unit }) => unit === step.unit);
    return row ? [t.onScreen(result(row, t, common))] : [];
  }
  if (step.kind === 'ceremony') {
    const first = standings.locked.filter((one) => !one.public && one.rank === null);
    return first.length > 0 ? [t.unrankedFirst(first.map(({ name }) => name))] : [];
  }
  return meeting.settings.publish === 'after-next' && (step.kind === 'step' || step.kind === 'start')
    ? withLock(slices, t, common)
    : [];
}
