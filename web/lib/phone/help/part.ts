export { default } from './Help.svelte';
export { text } from './text.ts';
