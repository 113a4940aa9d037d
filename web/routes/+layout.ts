import { sayDeskCodes } from '../text/desk.ts';
import { text } from '../text/index.ts';

export const ssr = false;
export const prerender = false;

export async function load(): Promise<void> {
  await Promise.all([text.ready(), sayDeskCodes()]);
}
