export { default } from './Look.svelte';
export { text } from './text.ts';
