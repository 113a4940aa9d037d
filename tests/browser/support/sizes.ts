/** What a page is made of, measured in the browser: letters and what can be pressed. */
import { expect, type Page } from '@playwright/test';

export interface Floors {
  /** Letters, px. */
  text: number;
  /** Height of whatever can be pressed or typed in, px. */
  target: number;
}
export const PLAIN: Floors = { text: 18, target: 48 };
export const ELDER: Floors = { text: 24, target: 60 };

/**
 * Fails with every text and target on the page that is under its floor, and where the page moves sideways or hides its
 * red button. Large letters are fetched when they are chosen, so a page has a moment to get there.
 */
export const meets = (page: Page, floors: Floors): Promise<void> =>
  expect.poll(() => smallIn(page, floors)).toEqual([]);

const smallIn = (page: Page, floors: Floors): Promise<string[]> =>
  page.evaluate(({ text, target }) => {
    const shown = (node: Element) => {
      const box = node.getBoundingClientRect();
      return (
        box.width > 1 &&
        box.height > 1 &&
        !node.closest('.unseen') &&
        getComputedStyle(node).visibility === 'visible'
      );
    };
    const found: string[] = [];
    for (const node of document.querySelectorAll('.phone *')) {
      if (!shown(node)) continue;
      const size = parseFloat(getComputedStyle(node).fontSize);
      const says = [...node.childNodes].some((one) => one.nodeType === 3 && one.textContent?.trim());
      if ((says || node.matches('input, textarea')) && size < text)
        found.push(`${node.textContent?.trim()}: ${size} px letters`);
      if (!node.matches('button, input, textarea, select, a[href], summary')) continue;
      const { height } = node.getBoundingClientRect();
      if (height < target)
        found.push(`${node.textContent?.trim() || node.getAttribute('aria-label')}: ${height} px high`);
    }
    // The one thing to do is in sight without scrolling.
    const red = document.querySelector('.acts .act:not(.second)')?.getBoundingClientRect();
    if (red && (red.top < 0 || red.bottom > innerHeight)) found.push('the red button is out of sight');
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`moves sideways: ${scrollWidth} px`);
    return found;
  }, floors);
