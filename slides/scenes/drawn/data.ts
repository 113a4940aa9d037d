import type { DrawView } from '$assessment/view.ts';

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
}

export function drawnOf(draw: DrawView): DrawnData | null {
  const { purpose, drawn, number, secret } = draw;
  const chosen = drawn?.find((id) => !draw.passedOver.includes(id));
  if (purpose === 'order' || chosen === undefined || number === null || secret === null) return null;
  const labelOf = (id: string) => draw.items.find((item) => item.id === id)?.label ?? id;
  const passedOver = draw.passedOver.map(labelOf);
  return { purpose, label: labelOf(chosen), passedOver, items: draw.items.length, number, secret };
}
