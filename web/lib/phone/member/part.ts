export { default } from './Member.svelte';
export { text } from './text.ts';
