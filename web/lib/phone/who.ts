import type { MineView, Slices } from '../../../assessment/view.ts';
import { text as common } from '../../text/index.ts';
import { text } from './text.ts';

/** Who a phone is, in words: a member by what he does, `team` being what his phone knows of it. */
export function whoIs(
  pass: MineView['pass'],
  sheet: Slices['sheet'] | undefined,
  team?: MineView['team'],
): string {
  if (!pass) return text().who.crowd;
  const own = team?.members.find((one) => one.id === pass.person);
  if (pass.kind !== 'examiner') return text().who.member(pass.name, own?.post ?? common().kinds[pass.kind]);
  const category = sheet?.categories.find((one) => one.id === pass.category)?.name ?? '';
  return text().who.examiner(category, pass.number);
}
