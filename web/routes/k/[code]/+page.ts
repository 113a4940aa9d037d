import { text } from '$lib/phone/text.ts';

export const load = (): Promise<void> => text.ready();
