/** A draw in the middle of its shuffle, for samples: really computed, so that what moves is the algorithm. */
import { draw } from '../../assessment/lots.ts';
import type { DrawView } from '$assessment/view.ts';
import { NOW } from '../sample.ts';

export const SECRET = '3b6de0c27a9114f8c5520e7db8439fa6017c2d5be4f8a96310d7b2c58e4f6a91';

/** @param ago ms since the number was said */
export function drawSample(
  purpose: DrawView['purpose'],
  items: DrawView['items'],
  number: number,
  ago: number,
): DrawView {
  const id = `${purpose}-7`;
  const drawn = draw(SECRET, id, number, items).map((one) => one.id);
  const at = NOW - ago - 60_000;
  return {
    id,
    purpose,
    commitment: '9f2c5e81b7d04a6638e1c90f7ab35d2466f0e19c8d7b4a3512ce06f9d8b1a743',
    items,
    secret: SECRET,
    number,
    drawn,
    abandoned: false,
    passedOver: [],
    at,
    doneAt: NOW - ago,
  };
}
