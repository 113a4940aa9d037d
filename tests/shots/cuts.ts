/** Text of a scene that nobody can read whole: too small, outside the safe area, cut off, or lying on other text. */
import type { Page } from '@playwright/test';

const LIMITS = {
  /** 2.8u: the smallest letters. */
  letters: 2.79,
  /** The outer 5 % of each side stay empty of text; half a percent is for letters that hang over their edge. */
  safe: 0.045,
  /** Two texts may touch; they may not overlap by this part of the smaller one. */
  overlap: 0.3,
};

export const findCuts = (page: Page): Promise<string[]> => page.evaluate(look, LIMITS);

/** Runs in the page, so it can use nothing from here. */
function look(limits: typeof LIMITS): string[] {
  interface Line {
    node: Node;
    text: string;
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  const root = document.querySelector('main.screen');
  if (!root) return ['no scene'];
  const found = new Set<string>();
  const lines: Line[] = [];
  const { innerWidth: width, innerHeight: height } = window;
  const unit = Math.min(width, height, (Math.max(width, height) * 9) / 16) / 100;

  /** The letters themselves: a line's box is higher, and what is clipped is not seen. */
  function collect(node: Node, parent: Element, text: string, size: number) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // Large letters hang over their edge, so that their ink stands on it.
      const hang = size > 10 * unit ? size * 0.06 : 0;
      const line = {
        node,
        text,
        left: box.left + hang,
        top: box.top,
        right: box.right - hang,
        bottom: box.bottom,
      };
      if (getComputedStyle(parent).writingMode === 'horizontal-tb') {
        line.top = box.bottom - size * 1.17;
        line.bottom = box.bottom - size * 0.27;
      }
      for (let up: Element | null = parent; up && up !== root; up = up.parentElement) {
        if (getComputedStyle(up).overflow !== 'hidden') continue;
        const clip = up.getBoundingClientRect();
        if (line.top > clip.bottom - size * 0.2) line.right = line.left;
        else if (line.bottom > clip.bottom + size * 0.2 || line.top < clip.top - size * 0.2)
          found.add(`“${text}” is cut off`);
        line.left = Math.max(line.left, clip.left);
        line.right = Math.min(line.right, clip.right);
      }
      if (line.right - line.left > 1) lines.push(line);
    }
  }

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || !parent) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < unit * limits.letters) found.add(`“${text}” has letters of ${(size / unit).toFixed(2)}u`);
    if (parent.scrollWidth > parent.clientWidth + 1 && getComputedStyle(parent).textOverflow === 'ellipsis')
      found.add(`“${text}” is shortened`);
    collect(node, parent, text, size);
  }

  const [x, y] = [width * limits.safe, height * limits.safe];
  for (const { text, left, top, right, bottom } of lines)
    if (left < x || top < y || right > width - x || bottom > height - y)
      found.add(`“${text}” leaves the safe area`);

  lines.forEach((a, at) => {
    for (const b of lines.slice(at + 1)) {
      if (a.node === b.node) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const least = Math.min(a.bottom - a.top, b.bottom - b.top, a.right - a.left, b.right - b.left);
      if (wide > least * limits.overlap && high > least * limits.overlap)
        found.add(`“${a.text}” lies on “${b.text}”`);
    }
  });
  return [...found];
}
