/** What a scene with a deck is given: pages as pictures. pdf.js stands behind it, and no scene knows. */
import type { Box } from './pdf.ts';

export interface DeckPictures {
  /** The page as a picture; null as long as it is not drawn. Read in an effect, it tells when it is. */
  picture(file: string, page: number): HTMLCanvasElement | null;
  /** How large the page stands, in CSS pixels, so that the next one is drawn for it. */
  fit(box: Box): void;
}

/** Whether a page can stand on the wall: of its document one is drawn, and this one is not known to be broken. */
export type DeckReady = (file: string, page: number) => boolean;
export const noDecks: DeckReady = () => false;
