/** Pages that are fetched before they are shown: while a pass is looked at, and while the line of a known phone is dialled. */
import type { PassKind } from '../../../assessment/actors.ts';
import { keep, recall } from '../live/keep.ts';
import * as pages from './pages.ts';

/** What a phone of the crowd is remembered as: it bears no pass. */
const CROWD = 'crowd';
const nameOf = (code: string): string => `dkc.kind.${code}`;

/** @param kind of the pass, or what this phone was in this meeting the last time */
export function fetchAhead(code: string, kind: string | null = recall(nameOf(code))): void {
  if (kind === 'examiner') void pages.examiner.get().then(() => pages.below.get());
  else if (kind === 'member' || kind === 'presenter') void pages.member.get();
  else if (kind === CROWD) void pages.crowd.get();
}

/** What this phone is in this meeting, for its next visit. */
export function rememberKind(code: string, kind: PassKind | null): void {
  keep(nameOf(code), kind ?? CROWD);
}
