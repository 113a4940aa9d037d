export { default } from './AskSteps.svelte';
export { text } from './text.ts';
