export { default } from './TurnPages.svelte';
export { text } from './part.ts';
