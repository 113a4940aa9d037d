import { text as questions } from '../questions/text.ts';
import { text as records } from './text.ts';

export { default } from './Records.svelte';
export const text = { ready: async () => void (await Promise.all([records.ready(), questions.ready()])) };
