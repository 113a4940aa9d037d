import { text } from '$lib/phone/text.ts';
import { text as own } from '$lib/phone/code/text.ts';

export const load = async (): Promise<void> => {
  await Promise.all([text.ready(), own.ready()]);
};
