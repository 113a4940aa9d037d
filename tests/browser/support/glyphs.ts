/** Which characters a page draws with a letter, and which with the box that stands for a letter that no font has. */
import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';

/** Those of `characters` that a font of this machine holds; null where the machine does not say. */
export function heldHere(characters: readonly string[]): string[] | null {
  try {
    return characters.filter((one) => {
      const point = one.codePointAt(0)?.toString(16) ?? '';
      return execFileSync('fc-list', [`:charset=${point}`, 'family'], { encoding: 'utf8' }).trim() !== '';
    });
  } catch {
    return null;
  }
}

/** Those that the page draws like a noncharacter and a private one, in the letters of the element that `selector` finds. */
export const boxedIn = (page: Page, selector: string, characters: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ([selector, characters]) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`no ${selector}`);
      const { fontFamily, fontWeight } = getComputedStyle(element);
      const drawn = (character: string): string => {
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width: 96, height: 96 });
        const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
        brush.font = `${fontWeight} 64px ${fontFamily}`;
        brush.fillText(character, 8, 72);
        return canvas.toDataURL();
      };
      const without = ['\u{10FFFF}', '\u{10FFFD}', '\u{EFFFD}', ' ', ''].map(drawn);
      return characters.filter((one) => without.includes(drawn(one)));
    },
    [selector, characters] as const,
  );
