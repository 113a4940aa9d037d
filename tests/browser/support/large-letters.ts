/** What large letters break on a page: text that is cut, lies on other text, leaves its button or the phone. */

/** Runs in the page, so it can use nothing from here. */
export function findBroken(): string[] {
  interface Line {
    text: string;
    node: Node;
    parent: Element;
    box: DOMRect;
  }
  const found = new Set<string>();
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1)
    found.add(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth} px`);

  const unseen = (element: Element): boolean =>
    element.closest('.unseen, [aria-hidden=true], #svelte-announcer, [hidden]') !== null ||
    getComputedStyle(element).visibility === 'hidden' ||
    // What is folded away has boxes all the same.
    !element.checkVisibility();
  const hides = (element: Element): boolean => /hidden|clip/.test(getComputedStyle(element).overflow);
  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || !parent || /^(SCRIPT|STYLE|OPTION|TEXTAREA)$/.test(parent.tagName) || unseen(parent))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of Array.from(range.getClientRects()))
      if (box.width > 1 && box.height > 1) lines.push({ text: text.slice(0, 24), node, parent, box });
  }

  for (const { text, parent, box } of lines) {
    if (box.left < -1 || box.right > innerWidth + 1) found.add(`“${text}” leaves the phone`);
    const holder = parent.closest('button, .act, label.pick, .net');
    const held = holder?.getBoundingClientRect();
    const slack = parseFloat(getComputedStyle(parent).fontSize) * 0.3;
    if (held && (box.right > held.right + 2 || box.left < held.left - 2 || box.bottom > held.bottom + slack))
      found.add(`“${text}” leaves its button`);
    for (let up: Element | null = parent; up && up !== document.body; up = up.parentElement) {
      if (!hides(up)) continue;
      const clip = up.getBoundingClientRect();
      if (box.right > clip.right + 2 || box.bottom > clip.bottom + slack) found.add(`“${text}” is cut off`);
    }
  }

  for (const field of Array.from(document.querySelectorAll<HTMLInputElement>('input:not([type=file])')))
    if (field.value !== '' && field.scrollWidth > field.clientWidth + 1)
      found.add(`what is typed in “${field.labels?.[0]?.textContent?.trim() ?? field.id}” is cut off`);

  /** What sticks to the bottom covers by design what is scrolled away below it. */
  const sticks = (element: Element): Element | null => {
    for (let up: Element | null = element; up; up = up.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(up).position)) return up;
    return null;
  };
  const layers = lines.map((line) => sticks(line.parent));
  lines.forEach((a, at) => {
    lines.slice(at + 1).forEach((b, after) => {
      if (a.node === b.node || layers[at] !== layers[at + 1 + after]) return;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const least = Math.min(a.box.height, b.box.height);
      // A line's box is higher than its letters.
      if (wide > 4 && high > least * 0.45) found.add(`“${a.text}” lies on “${b.text}”`);
    });
  });

  for (const bar of Array.from(document.querySelectorAll('footer, header'))) {
    if (!/sticky|fixed/.test(getComputedStyle(bar).position)) continue;
    const share = bar.getBoundingClientRect().height / innerHeight;
    if (share > 0.4) found.add(`a bar takes ${Math.round(share * 100)} % of the page`);
  }
  return Array.from(found);
}
