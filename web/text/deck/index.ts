import { lazily } from '../index.ts';
import { zh } from './zh-CN.ts';

/** Words of decks; English ones are there once `ready` has resolved. */
export const deckText = lazily(zh, async () => (await import('./en.ts')).en);
