export { default } from './Fate.svelte';
export { text } from './text.ts';
