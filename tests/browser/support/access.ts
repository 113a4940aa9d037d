/** Whether everybody can use a page: what axe finds, and what large letters break. */
import type { CDPSession, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { findBroken } from './large-letters.ts';

/** Where letters are twice as large as a browser makes them; the smallest phone that we know of. */
const LARGE = { standard: 32, fixed: 26 };
const USUAL = { standard: 16, fixed: 13 };
const SMALL = { width: 360, height: 640 };

/** axe itself, of the version that `@axe-core/playwright` brings. */
const here = createRequire(import.meta.url);
const AXE = readFileSync(
  createRequire(here.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/**
 * WCAG A and AA and what axe knows to be good practice; contrast of 7:1, in which the 4.5:1 of AA is contained, and
 * targets. What is in a frame is looked at as the page that it is.
 */
const ASKED = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    'color-contrast': { enabled: false },
    'color-contrast-enhanced': { enabled: true },
    'target-size': { enabled: true },
  },
  resultTypes: ['violations'],
  iframes: false,
  elementRef: false,
};

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[]; html: string; failureSummary?: string }[];
}

export class Access {
  readonly found: string[] = [];

  #tell(problem: string): void {
    this.found.push(problem);
    if (process.env.ACCESS_TELL) console.log(problem);
  }

  async look(page: Page, name: string): Promise<void> {
    await atRest(page);
    // Once a page load: going from place to place keeps it.
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
    await page.evaluate(letGo);
    const violations = await page.evaluate(async (asked) => {
      const { axe } = window as unknown as {
        axe: { run(of: Document, asked: object): Promise<{ violations: Violation[] }> };
      };
      return (await axe.run(document, asked)).violations;
    }, ASKED);
    await page.evaluate(stick);
    for (const { id, help, nodes } of violations)
      for (const node of nodes.slice(0, 3))
        this.#tell(`${name}: ${id} (${help}) ${node.target.join(' ')}\n    ${why(node)}`);
  }

  /** The same page on the smallest phone with letters of 200 %. */
  async enlarge(page: Page, name: string): Promise<void> {
    const size = page.viewportSize() ?? SMALL;
    const session = await page.context().newCDPSession(page);
    await page.setViewportSize(SMALL);
    await session.send('Page.setFontSizes', { fontSizes: LARGE });
    for (const broken of await page.evaluate(findBroken)) this.#tell(`${name} at 200 %: ${broken}`);
    if (process.env.ACCESS_SHOTS) await picture(session, name);
    await session.send('Page.setFontSizes', { fontSizes: USUAL });
    await page.setViewportSize(size);
    await session.detach();
  }
}

/** What it looks like, for whoever mends it; Playwright's own pictures put the letters back first. */
async function picture(session: CDPSession, name: string): Promise<void> {
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await writeFile(`${process.env.ACCESS_SHOTS}/${name.replace(/\W+/g, ' ')}.png`, data, 'base64');
}

const why = (node: Violation['nodes'][number]): string =>
  `${(node.failureSummary ?? '').split('\n')[1]?.trim() ?? ''} ${node.html.slice(0, 160)}`;

/** What is half faded in has no contrast of its own. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))));

/**
 * What is scrolled away behind a bar that sticks to the bottom is neither small nor hidden: axe looks at the page with
 * its bars let go.
 */
function letGo(): void {
  for (const bar of Array.from(document.querySelectorAll<HTMLElement>('footer')))
    if (getComputedStyle(bar).position === 'sticky') bar.style.setProperty('position', 'static', 'important');
}
function stick(): void {
  for (const bar of Array.from(document.querySelectorAll<HTMLElement>('footer')))
    bar.style.removeProperty('position');
}
