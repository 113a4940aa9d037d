/**
 * Texts of a scene whose contrast with what is behind them is less than it has to be, from the colours that the
 * browser drew them with. What is behind is what a finger would touch there: the uppermost opaque ground under the text.
 */
/** DESIGN · How it looks: text contrast ≥ 7:1, by day and by night. */
export const LEAST_CONTRAST = 6.995;

/** Runs in the page, so it can use nothing from here. */
export function faintIn(least: number): string[] {
  type Colour = [number, number, number, number];
  const root = document.querySelector('main.screen');
  if (!root) return ['no scene'];
  const found = new Set<string>();

  function parse(value: string): Colour {
    const [r = 0, g = 0, b = 0, a = 1] = (value.match(/[\d.]+/g) ?? ['0', '0', '0', '0']).map(Number);
    return [r, g, b, a];
  }
  function over(top: Colour, below: Colour): Colour {
    const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  }
  function light([r, g, b]: Colour): number {
    const linear = (value: number) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  }
  /** Null where it is a picture, whose colours nobody knows. */
  function fillOf(element: Element): Colour | null {
    if (/^(img|canvas|video|image)$/i.test(element.tagName)) return null;
    const style = getComputedStyle(element);
    if (element instanceof SVGGraphicsElement && !(element instanceof SVGSVGElement)) {
      if (/^(text|tspan|g)$/i.test(element.tagName) || style.fill === 'none') return [0, 0, 0, 0];
      return parse(style.fill);
    }
    return parse(style.backgroundColor);
  }
  function groundAt(x: number, y: number, text: Element): Colour | null {
    const stack = document.elementsFromPoint(x, y);
    const from = stack.indexOf(text);
    // Letters that a finger cannot reach are on what their ancestors are.
    const behind: Element[] = from >= 0 ? stack.slice(from) : [];
    if (from < 0) for (let up: Element | null = text; up; up = up.parentElement) behind.push(up);
    const layers: Colour[] = [];
    for (const element of behind) {
      const fill = fillOf(element);
      if (fill === null) return null;
      if (fill[3] > 0) layers.push(fill);
      if (fill[3] === 1) break;
    }
    return layers.reduceRight<Colour>((below, top) => over(top, below), [255, 255, 255, 1]);
  }

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || !parent || parent.closest('[data-picture]')) continue;
    range.selectNodeContents(node);
    const box = range.getClientRects()[0];
    const style = getComputedStyle(parent);
    if (!box || box.width < 2 || style.visibility === 'hidden' || style.clip !== 'auto') continue;
    const ground = groundAt((box.left + box.right) / 2, (box.top + box.bottom) / 2, parent);
    if (ground === null) continue;
    let alpha = 1;
    for (let up: Element | null = parent; up && up !== root; up = up.parentElement)
      alpha *= Number(getComputedStyle(up).opacity);
    const drawn = parse(parent instanceof SVGElement ? style.fill : style.color);
    const ink = over([drawn[0], drawn[1], drawn[2], drawn[3] * alpha], ground);
    const [a, b] = [light(ink), light(ground)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least)
      found.add(
        `“${text.slice(0, 40)}” is ${contrast.toFixed(1)}:1, rgb(${ink.slice(0, 3).map(Math.round).join(' ')}) on rgb(${ground.slice(0, 3).map(Math.round).join(' ')})`,
      );
  }
  return [...found];
}
