import { text } from '$lib/publication/text.ts';

export const load = (): Promise<void> => text.ready();
