/** The wall of a pass by its category. Dark inks only: paper on each is 8:1 or more, and the category's name stands beside it. */
import type { PassView } from '$assessment/view-people.ts';

const WALLS = [
  '#9e0e15', // flag red's ink
  '#1f3a63', // ink blue
  '#5b3413', // walnut
  '#1b4a3c', // pine
  '#59265c', // aubergine
  '#0e4653', // teal
  '#4d4310', // olive
  '#3d3a37', // slate
] as const;
const OTHERS = '#2b2724';

/** One for each category, in the sheet's order; beyond eight they come again, for the word tells. */
export function wallOf(pass: Pick<PassView, 'category'>, categories: readonly { id: string }[]): string {
  const at = categories.findIndex((one) => one.id === pass.category);
  return at < 0 ? OTHERS : (WALLS[at % WALLS.length] ?? OTHERS);
}
