/**
 * Q4 · Whether a question was asked already. Plain and honest: it counts the pairs of characters that two texts share,
 * after the words with which any question is put are taken out. It suggests; it decides nothing.
 */
const COMMON =
  /请问|什么时候|为什么|怎么办|怎么样|怎么|如何|能不能|可不可以|有没有|是不是|什么|哪些|我们|你们|您们|社区|居民|问题|一下|解决|the|what|when|how|why|does/g;

/** Pairs of neighbouring characters of what a text is about. */
function pairsOf(text: string): Set<string> {
  const bare = text
    .toLowerCase()
    .replace(COMMON, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[的了吗呢吧啊]/g, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < bare.length; at += 1) pairs.add(bare.slice(at, at + 2));
  return pairs;
}

/** 0 to 1: how much of the shorter one stands in the other too; 0 where hardly anything is shared. */
function alikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  const least = Math.min(a.size, b.size);
  return shared < 2 ? 0 : shared / least;
}

/** What counts as similar. */
const ENOUGH = 0.4;
const MOST = 3;

/** The few of `questions` that ask what `text` asks, the most alike first. */
export function alikeTo<Q extends { text: string; support: number }>(
  text: string,
  questions: readonly Q[],
): Q[] {
  const mine = pairsOf(text);
  if (mine.size < 2) return [];
  return questions
    .map((question) => ({ question, how: alikeness(mine, pairsOf(question.text)) }))
    .filter(({ how }) => how >= ENOUGH)
    .sort((a, b) => b.how - a.how || b.question.support - a.question.support)
    .slice(0, MOST)
    .map(({ question }) => question);
}
