/**
 * Codes that no examiner's, member's or crowd's phone is ever answered with: an examiner's first load is counted in
 * kilobytes and carries no words for them. The root of all other pages fetches them.
 */
import { alsoSay, lazily, type CodeWords } from './index.ts';
import { deckText } from './deck/index.ts';
import { sayMemberCodes } from './member-codes.ts';
import { zh } from './desk.zh-CN.ts';

export type DeskCode =
  | 'official-already'
  | 'not-ready'
  | 'unit-in-use'
  | 'stage-not-next'
  | 'turn-on-stage'
  | 'clock-missing'
  | 'sheet-invalid'
  | 'sheet-frozen'
  | 'category-unknown'
  | 'category-in-use'
  | 'duplicate'
  | 'was-here'
  | 'anonymous'
  | 'no-handover'
  | 'ballot-unknown'
  | 'not-late'
  | 'ballot-given'
  | 'paper-unknown'
  | 'paper-keyed'
  | 'kiosk-unknown'
  | 'kiosk-in-use'
  | 'kiosk-empty'
  | 'amendment-unknown'
  | 'same-person'
  | 'amendment-pending'
  | 'not-scrutineer'
  | 'member-promised'
  | 'crowd-not-counted'
  | 'draw-unknown'
  | 'draw-open'
  | 'nothing-to-draw'
  | 'screen-unknown'
  | 'pairing-unknown'
  | 'not-confirmed'
  | 'count-changed'
  | 'not-locked'
  | 'ceremony'
  | 'result-final'
  | 'appeal-period'
  | 'appeal-open'
  | 'not-published'
  | 'not-signed-in'
  | 'not-secure'
  | 'wrong-password'
  | 'locked-out'
  | 'set-up-done'
  | 'set-up-unknown'
  | 'weak-password'
  | 'name-taken'
  | 'last-owner'
  | 'organizer-unknown'
  | 'password-due'
  | 'meeting-live'
  | 'archived'
  | 'not-archived'
  | 'appeal-runs'
  | 'code-differs'
  | 'origin'
  | 'deck-missing'
  | 'deck-unknown'
  | 'deck-not-now'
  | 'deck-away'
  | 'deck-invalid'
  | 'decks-full'
  | 'disk-full'
  | 'upload-moved';
/** The compiler finds a code without words. */
export type DeskCodes = Record<DeskCode, CodeWords>;

const text = lazily(zh, async () => (await import('./desk.en.ts')).en);

export async function sayDeskCodes(): Promise<void> {
  await Promise.all([text.ready(), deckText.ready(), sayMemberCodes()]);
  alsoSay(text());
}
