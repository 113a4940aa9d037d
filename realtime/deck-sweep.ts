/** Files of decks that nobody names any more: replaced, removed, or never finished. They are taken off the disk. */
import { filesOfDecks } from '../assessment/deck.ts';
import type { Decks } from '../assessment/decks.ts';
import type { Authority } from './authority.ts';

/** A file that has just come is not named yet: the command follows it. In ms. */
export const JUST_COME = 10 * 60_000;

/**
 * @param named hashes that the meeting's state names; asked before each file, since the last one took its time
 * @param under uploads that may still become decks; null where nobody can say, and uploads are left alone
 */
export async function sweepDecks(
  decks: Decks,
  named: () => readonly string[],
  under: ReadonlySet<string> | null,
  now: number,
): Promise<void> {
  for (const { upload, hash, at } of decks.list()) {
    const wanted =
      hash === null ? (under?.has(upload) ?? true) : named().includes(hash) || now - at < JUST_COME;
    if (!wanted) await decks.drop(upload);
  }
}

/** J6: a deck that was replaced or removed leaves the disk; what was left half brought by an earlier process, too. */
export function sweepsDecks(authority: Authority, decks: Decks, onError: (error: unknown) => void): void {
  const names = () => filesOfDecks(authority.state);
  const sweep = (under: ReadonlySet<string> | null) =>
    void sweepDecks(decks, names, under, authority.now()).catch(onError);
  let named = '';
  authority.onChange(() => {
    const now = names().join();
    if (now !== named) sweep(null);
    named = now;
  });
  named = names().join();
  sweep(new Set());
}

/** A1: brings files from the rehearsal into the official meeting, piece by piece. */
export async function copyDecks(from: Decks, into: Decks, hashes: readonly string[]): Promise<void> {
  for (const hash of new Set(hashes)) {
    const file = from.find(hash);
    if (!file) continue;
    for (let nth = 0; ; nth += 1) {
      const bytes = from.piece(hash, nth);
      if (!bytes) break;
      await into.put(file.upload, nth, bytes);
    }
    await into.seal(file);
  }
}
