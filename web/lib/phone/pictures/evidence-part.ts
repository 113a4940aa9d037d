export { default } from './EvidenceList.svelte';
export { text } from './text.ts';
