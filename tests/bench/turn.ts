/** What phones that only lie there are sent in the heaviest turn of a full meeting; two runs say the same. */
import type { Audience } from '../../assessment/view.ts';
import { table, type Bench, type Row } from './bench.ts';
import { turnBytes } from './turn-bytes.ts';

const SQUARE = { units: 25, examiners: 50, crowd: 300 };
const PHONES: readonly Audience[] = ['examiner', 'crowd'];

export const turn: Bench = ({ say }) => {
  say(`${SQUARE.units} units, ${SQUARE.examiners} examiners, a crowd of ${SQUARE.crowd}; bytes of JSON`);
  const rows: Row[] = [];
  for (const audience of PHONES) {
    const { first, turn: sent, frames, slices } = turnBytes(audience, SQUARE);
    rows.push({ metric: `a turn, idle ${audience}, bytes`, product: sent, baseline: null, ratio: null });
    say(
      table([
        [audience, 'bytes'],
        ['when it comes', first],
        ['the turn', sent],
        ['frames', frames],
        ...Object.entries(slices).sort((a, b) => b[1] - a[1]),
      ]),
    );
  }
  return Promise.resolve({ rows, misses: [] });
};
