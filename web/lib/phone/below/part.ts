import { text as notes } from '../notes/text.ts';
import { text as questions } from '../questions/text.ts';

export { default } from './Below.svelte';
export const text = { ready: async () => void (await Promise.all([notes.ready(), questions.ready()])) };
