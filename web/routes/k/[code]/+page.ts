import { text as own } from '$lib/phone/kiosk/text.ts';
import { text } from '$lib/phone/text.ts';

export const load = (): Promise<unknown> => Promise.all([text.ready(), own.ready()]);
