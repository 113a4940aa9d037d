export { default } from './Again.svelte';
export { text } from './text.ts';
