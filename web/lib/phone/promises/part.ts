export { default } from './ToMe.svelte';
export { text } from './text.ts';
