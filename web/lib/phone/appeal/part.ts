export { default } from './Announced.svelte';
export { text } from './text.ts';
