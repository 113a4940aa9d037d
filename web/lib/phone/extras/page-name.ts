/** What a page is called: its first heading, which every page has. */
const LONGEST = 40;

function nameNow(): string {
  const words = (document.querySelector('h1')?.textContent ?? '').trim().replace(/\s+/g, ' ');
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}

/**
 * Tells the name of the page now and each time that it becomes another.
 * @returns a function that ends it
 */
export function followName(tell: (name: string) => void): () => void {
  let told: string | null = null;
  const look = () => {
    const name = nameNow();
    if (name !== told) tell((told = name));
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
  return () => changes.disconnect();
}
