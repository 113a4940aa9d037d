export { default } from './Crowd.svelte';
export { text } from './text.ts';
