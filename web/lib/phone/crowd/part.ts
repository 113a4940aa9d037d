import { text as questions } from '../questions/text.ts';
import { text as crowd } from './text.ts';

export { default } from './Crowd.svelte';
export const text = { ready: async () => void (await Promise.all([crowd.ready(), questions.ready()])) };
