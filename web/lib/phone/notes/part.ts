export { default } from './Note.svelte';
export { text } from './text.ts';
