/**
 * Text of a scene that nobody can read whole: too small, outside the safe area, cut off, scrolled away, or lying on
 * other text. Each complaint names the text and where it is, in u from the upper left corner.
 */
import type { Page } from '@playwright/test';

export const CUT_LIMITS = {
  /** 3u: the smallest letters. */
  letters: 2.99,
  /** 7u: the smallest figures that people came for. */
  figures: 6.99,
  /** The outer 5 % of each side stay empty of text; half a percent is for letters that hang over their edge. */
  safe: 0.045,
  /** Two texts may touch; they may not overlap by this part of the smaller one. */
  overlap: 0.3,
  /** How far letters may reach into what an ancestor cuts off, as a part of their size. */
  clip: 0.2,
  /** What is marked as a figure that people came for, beside what scenarios find figures by. */
  key: '[data-key-digit], [data-clock], [data-code], [data-returned], [data-score].num',
};

export const findCuts = (page: Page): Promise<string[]> => page.evaluate(cutsIn, CUT_LIMITS);

/** Runs in the page, so it can use nothing from here. */
export function cutsIn(limits: typeof CUT_LIMITS): string[] {
  interface Line {
    node: Node;
    text: string;
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  const screen = document.querySelector('main.screen');
  if (!screen) return ['no scene'];
  const root = screen;
  /** By text and by what is wrong with it; where it is found first. */
  const found = new Map<string, string>();
  const say = (what: string, where = '') => {
    if (!found.has(what)) found.set(what, where);
  };
  const lines: Line[] = [];
  const { innerWidth: width, innerHeight: height } = window;
  const unit = Math.min(width, height, (Math.max(width, height) * 9) / 16) / 100;
  const u = (pixels: number) => (pixels / unit).toFixed(1);
  const at = (box: { left: number; top: number; right: number; bottom: number }) =>
    `at ${u(box.left)} ${u(box.top)} … ${u(box.right)} ${u(box.bottom)} of ${u(width)} × ${u(height)}`;
  const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

  /** In a drawing letters are as large as the drawing is scaled. */
  function sizeOf(element: Element): number {
    const size = parseFloat(getComputedStyle(element).fontSize);
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1;
    return size * scale;
  }

  /** Whether something is said to machines only. */
  function unseen(element: Element): boolean {
    for (let up: Element | null = element; up && up !== root; up = up.parentElement) {
      const { visibility, clip } = getComputedStyle(up);
      if (visibility === 'hidden' || (clip !== 'auto' && clip !== '')) return true;
    }
    return false;
  }

  /** The letters themselves: a line's box is higher than they are. */
  function inkOf(box: DOMRect, node: Node, text: string, size: number, upright: boolean): Line {
    // Large letters hang over their edge, so that their ink stands on it.
    const hang = size > 10 * unit ? size * 0.06 : 0;
    const ink = {
      node,
      text,
      left: box.left + hang,
      right: box.right - hang,
      top: box.top,
      bottom: box.bottom,
    };
    if (!upright) {
      ink.top = box.bottom - size * 1.17;
      ink.bottom = box.bottom - size * 0.27;
    } else {
      const over = Math.max(0, (box.width - size) / 2);
      ink.left = box.left + over;
      ink.right = box.right - over;
    }
    return ink;
  }

  function clipped(line: Line, parent: Element, size: number): boolean {
    const slack = size * limits.clip;
    for (let up: Element | null = parent; up && up !== root; up = up.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(up);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const clip = up.getBoundingClientRect();
      if (
        line.left < clip.left - slack ||
        line.right > clip.right + slack ||
        line.top < clip.top - slack ||
        line.bottom > clip.bottom + slack
      )
        return true;
    }
    return false;
  }

  function collect(node: Node, parent: Element, text: string, size: number) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const upright = getComputedStyle(parent).writingMode !== 'horizontal-tb';
    for (const box of range.getClientRects()) {
      const line = inkOf(box, node, text, size, upright);
      if (line.right - line.left <= 1) continue;
      if (clipped(line, parent, size)) say(`“${short(text)}” is cut off`, at(line));
      lines.push(line);
    }
  }

  /** A text of many words is named as a whole. */
  const nameOf = (node: Node, parent: Element): string =>
    ((getComputedStyle(parent).display.startsWith('inline') ? node : parent).textContent ?? '')
      .trim()
      .replace(/\s+/g, ' ');

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || (node.textContent ?? '').trim() === '' || unseen(parent)) continue;
    const text = nameOf(node, parent);
    const size = sizeOf(parent);
    if (size < unit * limits.letters) say(`“${short(text)}” has letters of ${u(size)}u`);
    if (parent.closest(limits.key) && size < unit * limits.figures)
      say(`“${short(text)}” is a key figure of ${u(size)}u`);
    if (parent.scrollWidth > parent.clientWidth + 1 && getComputedStyle(parent).textOverflow === 'ellipsis')
      say(`“${short(text)}” is shortened`);
    collect(node, parent, text, size);
  }

  for (const element of [document.documentElement, document.body, ...root.querySelectorAll('*')]) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const scrolls = /auto|scroll/.test(overflowX + overflowY) || element === document.documentElement;
    if (!scrolls || element.clientWidth === 0) continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      say(`<${element.tagName.toLowerCase()}> scrolls`);
  }

  const [x, y] = [width * limits.safe, height * limits.safe];
  for (const line of lines)
    if (line.left < x || line.top < y || line.right > width - x || line.bottom > height - y)
      say(`“${short(line.text)}” leaves the safe area`, at(line));

  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      if (a.node === b.node) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const least = Math.min(a.bottom - a.top, b.bottom - b.top, a.right - a.left, b.right - b.left);
      if (wide > least * limits.overlap && high > least * limits.overlap)
        say(`“${short(a.text)}” lies on “${short(b.text)}”`, at(b));
    }
  });
  return Array.from(found, ([what, where]) => `${what} ${where}`.trim());
}
