export { default } from './Ask.svelte';
export { text } from './text.ts';
