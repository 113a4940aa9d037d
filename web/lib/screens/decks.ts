/** Files of decks for whoever draws them: fetched once, and kept by the browser for ever. */
import type { DeckView } from '$assessment/view.ts';
import type { DeckSource, Wanted } from '$slides/deck/shelf.ts';
import { SESSION_HEADER } from '../../../realtime/protocol-names.ts';

const deckUrl = (code: string, file: string): string => `/api/meetings/${code}/decks/${file}`;

/** @param session the secret of a screen or a phone; without it an organizer's browser is known by its cookie */
export function deckSource(code: string, session: string | null = null): DeckSource {
  return {
    async bytes(file) {
      if (!/^[0-9a-f]{64}$/.test(file)) throw new Error('file');
      const headers: Record<string, string> = session === null ? {} : { [SESSION_HEADER]: session };
      const answer = await fetch(deckUrl(code, file), { headers });
      if (!answer.ok) throw new Error(String(answer.status));
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

/** What a wall has to have at hand: the page that is shown, or would be. */
export function wantedOf(deck: DeckView | undefined): Wanted | null {
  const now = deck?.now;
  return now && now.file !== null ? { file: now.file, page: now.page, pages: now.pages } : null;
}
