import { text } from '../text/index.ts';

export const ssr = false;
export const prerender = false;

export const load = (): Promise<void> => text.ready();
