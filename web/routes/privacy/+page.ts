import { text } from '$lib/privacy/text.ts';
import type { PrivacyFacts } from '$protocol-names.ts';

/** What this hub and the meeting in the address have set; null where the hub does not answer: the page is read without. */
async function factsOf(code: string): Promise<PrivacyFacts | null> {
  try {
    const answer = await fetch(`/api/privacy?m=${encodeURIComponent(code)}`);
    return answer.ok ? ((await answer.json()) as PrivacyFacts) : null;
  } catch {
    return null;
  }
}

export async function load({ url }: { url: URL }) {
  const asked = url.searchParams.get('m') ?? '';
  const code = /^\d{6}$/.test(asked) ? asked : '';
  await text.ready();
  return { code, facts: await factsOf(code) };
}
