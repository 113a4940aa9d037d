/** Codes that only a member's phone and the organizers' pages are ever answered with; the others carry no words for them. */
import { alsoSay, lazily, type CodeWords } from './index.ts';
import { codes as zh } from './phone/zh-CN/member-codes.ts';

export type MemberCode =
  'evidence-full' | 'not-responsible' | 'no-offer' | 'promise-made' | 'promise-due' | 'already-published';
/** The compiler finds a code without words. */
export type MemberCodes = Record<MemberCode, CodeWords>;

const text = lazily(zh, async () => (await import('./phone/en/member-codes.ts')).codes);

export async function sayMemberCodes(): Promise<void> {
  await text.ready();
  alsoSay(text());
}
