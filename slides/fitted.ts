/**
 * Letters as large as their box allows, found by measuring: `<div {@attach fitted({ max: 16 })}><h1>…</h1></div>`.
 *
 * The box is the element that carries the attachment, and its size must come from around it (`flex: 1; min-height: 0`,
 * a grid cell, a height), not from its letters; one of a single line only needs a width. Its letters are set on the box
 * itself, so what is inside says its size in em or not at all. One that fits at no size from `min` on gets `data-unfit`. Measured when it is put in and whenever its words, its
 * room or the machine's letters change; all of that comes before the picture is painted (V3: never half drawn).
 */
import type { Attachment } from 'svelte/attachments';
import { largestFit, type Shape } from './fit.ts';

/** The smallest letters of a screen, in u. */
export const FLOOR = 3;

export interface Fitting {
  /** The largest letters in u; of each composition where they differ. */
  max: number | Record<Shape, number>;
  min?: number;
  /** Most lines; 1 never breaks. */
  lines?: number;
  /** One line as long as its letters are at least so many u, then as many as `lines` and the box allow. */
  oneLineFrom?: number;
}

/** Words broken anywhere are better than whole ones only when letters are so many times as large. */
const WORTH_BREAKING = 1.7;
/** What rounding may add, in CSS pixels. */
const SLACK = 0.75;

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function shapeOf(): Shape {
  const ratio = window.innerWidth / window.innerHeight;
  if (ratio <= 1) return 'tall';
  return ratio >= 2.5 ? 'wide' : 'normal';
}

const px = (value: string): number => parseFloat(value) || 0;

function roomOf(box: Element): Edges {
  const { left, top } = box.getBoundingClientRect();
  const style = getComputedStyle(box);
  const x = left + px(style.borderLeftWidth);
  const y = top + px(style.borderTopWidth);
  return {
    left: x + px(style.paddingLeft),
    top: y + px(style.paddingTop),
    right: x + box.clientWidth - px(style.paddingRight),
    bottom: y + box.clientHeight - px(style.paddingBottom),
  };
}

/** How high one line of an element's letters is, in CSS pixels; a little less than what a range measures. */
function lineOf(style: CSSStyleDeclaration): number {
  return style.lineHeight === 'normal' ? px(style.fontSize) * 1.2 : px(style.lineHeight);
}

/** Calls `found` with each line of text: as long as its letters, as high as its line. */
function eachLine(box: Element, found: (line: Edges, upright: boolean) => void): void {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || (node.textContent ?? '').trim() === '') continue;
    const style = getComputedStyle(parent);
    const upright = style.writingMode !== 'horizontal-tb';
    const line = lineOf(style);
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const over = Math.max(0, ((upright ? rect.width : rect.height) - line) / 2);
      const [x, y] = upright ? [over, 0] : [0, over];
      found(
        { left: rect.left + x, top: rect.top + y, right: rect.right - x, bottom: rect.bottom - y },
        upright,
      );
    }
  }
}

const leaves = (inner: Edges, outer: Edges): boolean =>
  inner.left < outer.left - SLACK ||
  inner.top < outer.top - SLACK ||
  inner.right > outer.right + SLACK ||
  inner.bottom > outer.bottom + SLACK;

/** A part of the box whose letters run out of it on the side where lines end. */
function runsOver(part: Element): boolean {
  if (part.clientWidth === 0) return false;
  return getComputedStyle(part).writingMode === 'horizontal-tb'
    ? part.scrollWidth > part.clientWidth + 1
    : part.scrollHeight > part.clientHeight + 1;
}

/** Blocks inside may be larger than their letters: a heading with room around it. */
function blocksLeave(box: Element, room: Edges): boolean {
  return Array.from(box.children).some((child) => {
    const { display, position } = getComputedStyle(child);
    if (display === 'none' || display.startsWith('inline') || position === 'absolute') return false;
    return child.tagName !== 'WBR' && leaves(child.getBoundingClientRect(), room);
  });
}

function fits(box: Element, most: number): boolean {
  if (runsOver(box) || Array.from(box.querySelectorAll('*')).some(runsOver)) return false;
  const room = roomOf(box);
  let [count, last, out] = [0, NaN, false];
  eachLine(box, (line, upright) => {
    out ||= leaves(line, room);
    const start = upright ? line.right : line.top;
    if (!(Math.abs(start - last) < (upright ? line.right - line.left : line.bottom - line.top) / 2))
      count += 1;
    last = start;
  });
  return !out && count <= most && !blocksLeave(box, room);
}

/** Where lines may break: nowhere, between words, anywhere. */
type Breaks = 'line' | 'words' | 'letters';

class Fitter {
  readonly #box: HTMLElement;
  readonly #wanted: Required<Omit<Fitting, 'oneLineFrom'>> & Pick<Fitting, 'oneLineFrom'>;
  #room = '';
  #set = '';

  constructor(box: HTMLElement, wanted: Fitting) {
    this.#box = box;
    this.#wanted = { min: FLOOR, lines: Infinity, ...wanted };
  }

  fit(): void {
    const { max, min } = this.#wanted;
    const largest = Math.max(min, typeof max === 'number' ? max : max[shapeOf()]);
    this.#box.removeAttribute('data-unfit');
    let found = this.#largest(largest);
    if (found === null) {
      // A style sheet leaves out what is least needed; what stays may have larger letters then.
      this.#box.setAttribute('data-unfit', '');
      found = this.#largest(largest);
    }
    this.#letters(found ?? min);
    this.#set = this.#box.style.fontSize;
    this.#room = this.#roomNow();
  }

  #largest(largest: number): number | null {
    const { min, lines, oneLineFrom } = this.#wanted;
    const line =
      lines === 1 || oneLineFrom !== undefined
        ? this.#search('line', largest, Math.min(largest, oneLineFrom ?? min))
        : null;
    return line ?? (lines === 1 ? null : this.#wrapped(largest));
  }

  #wrapped(largest: number): number | null {
    const { min } = this.#wanted;
    const whole = this.#search('words', largest, min);
    if (whole === largest) return whole;
    const least = Math.max(min, (whole ?? 0) * WORTH_BREAKING);
    const broken = least > largest ? null : this.#search('letters', largest, least);
    if (broken === null && whole !== null) this.#breaks('words');
    return broken ?? whole;
  }

  /** Only where its room is another than the one it was measured in: letters change nothing about their box. */
  refit(): void {
    if (this.#room !== this.#roomNow()) this.fit();
  }

  /** Whether somebody else wrote the style that the letters' size is part of. */
  get lost(): boolean {
    return this.#box.style.fontSize !== this.#set;
  }

  #breaks(where: Breaks): void {
    this.#box.style.whiteSpace = where === 'line' ? 'nowrap' : 'normal';
    this.#box.style.setProperty('overflow-wrap', where === 'letters' ? 'anywhere' : 'normal');
  }

  #letters(size: number): void {
    this.#box.style.fontSize = `calc(${size} * var(--u))`;
  }

  #search(breaks: Breaks, max: number, min: number): number | null {
    this.#breaks(breaks);
    const most = breaks === 'line' ? 1 : this.#wanted.lines;
    return largestFit(max, min, (size) => {
      this.#letters(size);
      return fits(this.#box, most);
    });
  }

  #roomNow(): string {
    const { clientWidth, clientHeight } = this.#box;
    const unit = getComputedStyle(this.#box).getPropertyValue('--u');
    return `${clientWidth} ${clientHeight} ${window.innerWidth} ${window.innerHeight} ${unit}`;
  }
}

export function fitted(wanted: Fitting): Attachment<HTMLElement> {
  return (box) => {
    const fitter = new Fitter(box, wanted);
    fitter.fit();
    const resized = new ResizeObserver(() => fitter.refit());
    resized.observe(box);
    const words = new MutationObserver((changes) => {
      if (changes.some((one) => one.type !== 'attributes') || fitter.lost) fitter.fit();
    });
    words.observe(box, {
      characterData: true,
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['style'],
    });
    const loaded = () => fitter.fit();
    document.fonts?.addEventListener('loadingdone', loaded);
    return () => {
      resized.disconnect();
      words.disconnect();
      document.fonts?.removeEventListener('loadingdone', loaded);
    };
  };
}
