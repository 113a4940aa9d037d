import type { MineView, Slices } from '../../../assessment/view.ts';
import { text as common } from '../../text/index.ts';
import { text } from './text.ts';

/** Who a phone is, in words. */
export function whoIs(pass: MineView['pass'], sheet: Slices['sheet'] | undefined): string {
  if (!pass) return text().who.crowd;
  if (pass.kind !== 'examiner') return text().who.member(pass.name, common().kinds[pass.kind]);
  const category = sheet?.categories.find((one) => one.id === pass.category)?.name ?? '';
  return text().who.examiner(category, pass.number);
}
