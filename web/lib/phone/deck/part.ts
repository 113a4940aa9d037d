import { alsoSay } from '../../../text/index.ts';
import { deckText } from '../../../text/deck/index.ts';

export { default } from './MyDeck.svelte';
export const text = {
  ready: async () => {
    await deckText.ready();
    alsoSay(deckText().codes);
  },
};
