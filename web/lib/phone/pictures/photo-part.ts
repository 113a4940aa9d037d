export { default } from './Photo.svelte';
export { text } from './text.ts';
