import { sayMemberCodes } from '../../../text/member-codes.ts';
import { text as promises } from '../promises/text.ts';
import { text as own } from './text.ts';

export { default } from './Member.svelte';
/** The words of both and of what a member can be refused, in the language of the page, before the page shows. */
export const text = Object.assign(() => own(), {
  ready: async () => void (await Promise.all([own.ready(), promises.ready(), sayMemberCodes()])),
});
