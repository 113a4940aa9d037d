/** A wall says what it shows: soon after a change, and then every few seconds as long as somebody could see it. */

/** What changes twice at once is told once. */
const SOON = 250;
const EVERY = 5000;

/** @returns a function that ends it */
export function reportSoon(report: () => void): () => void {
  // A window that is hidden shows nothing, whatever it would show: it falls silent and is seen to.
  const visible = () => {
    if (document.visibilityState === 'visible') report();
  };
  const soon = setTimeout(visible, SOON);
  const again = setInterval(visible, EVERY);
  return () => {
    clearTimeout(soon);
    clearInterval(again);
  };
}
