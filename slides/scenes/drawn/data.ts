import type { DrawView } from '$assessment/view.ts';
import { shuffleOf, type Shuffle } from '../../draw/shuffle.ts';

/** Who can be drawn, as the wall lists them while lots fall: examiners by category, questions by their place in the queue. */
export interface Lot {
  id: string;
  /** What stands on it: an examiner's number, a question's place. */
  mark: string;
}
export interface LotGroup {
  name: string;
  lots: Lot[];
}

/** L1, L2: who asks next, or which question is next, by lot. */
export interface DrawnData {
  purpose: Exclude<DrawView['purpose'], 'order'>;
  /** Category and number of a questioner; the text of a question. */
  label: string;
  /** Those who were drawn before and were away. */
  passedOver: string[];
  items: number;
  number: number;
  secret: string;
  /** The lots while they fall; null once they have. */
  falling: { groups: LotGroup[]; shuffle: Shuffle } | null;
}

/** A questioner's label is his category and his number. */
export const LABEL = /^(.*) (\S+)$/;

export function groupsOf(items: DrawView['items'], purpose: DrawnData['purpose']): LotGroup[] {
  const groups = new Map<string, Lot[]>();
  items.forEach(({ id, label }, at) => {
    const found = purpose === 'questioner' ? LABEL.exec(label) : null;
    const name = found?.[1] ?? '';
    const lot = { id, mark: found?.[2] ?? String(at + 1) };
    groups.set(name, [...(groups.get(name) ?? []), lot]);
  });
  return [...groups].map(([name, lots]) => ({ name, lots }));
}

export function drawnOf(draw: DrawView, now: number): DrawnData | null {
  const { purpose, drawn, number, secret } = draw;
  const chosen = drawn?.find((id) => !draw.passedOver.includes(id));
  if (purpose === 'order' || chosen === undefined || number === null || secret === null) return null;
  const labelOf = (id: string) => draw.items.find((item) => item.id === id)?.label ?? id;
  const passedOver = draw.passedOver.map(labelOf);
  // Who stands in for one that was away was drawn with him: nothing falls twice.
  const shuffle = passedOver.length === 0 ? shuffleOf(draw, now) : null;
  const falling = shuffle && { groups: groupsOf(draw.items, purpose), shuffle };
  return { purpose, label: labelOf(chosen), passedOver, items: draw.items.length, number, secret, falling };
}
