/** 长辈版 · One switch a phone, remembered: the same pages with larger letters and one thing on a screen. */
import href from '../../styles/elder.css?url';
import { backOff } from '../live/back-off.ts';
import { keep, recall } from '../live/keep.ts';

const KEY = 'dkc.elder';
/** How long the layout waits for its letters, ms: a switch that does nothing on a bad cell is pressed again. */
const PATIENCE = 4000;

/** What lies outside the page's own frame, the ground behind it above all, follows the root. */
const mark = (on: boolean) => document.documentElement.toggleAttribute('data-elder', on);
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Before the styles of parts that come later: what is as specific as these counts by its order. */
function style(): Promise<boolean> {
  const link = document.createElement('link');
  // Has a name: the page (`phone.html`) is not loaded anew because it was lost.
  link.id = KEY;
  link.rel = 'stylesheet';
  link.href = href;
  const first = document.querySelector('link[rel=stylesheet]');
  if (first) first.after(link);
  else document.head.append(link);
  return new Promise((done) => {
    link.onload = () => done(true);
    link.onerror = () => {
      link.remove();
      done(false);
    };
  });
}

class Elder {
  on = $state(false);
  #wanted = false;
  #letters: Promise<void> | null = null;
  /** Resolves when a phone that is remembered so may show its page. */
  readonly ready = recall(KEY) === '1' ? this.turn(true) : null;

  async turn(on: boolean): Promise<void> {
    this.#wanted = on;
    keep(KEY, on ? '1' : '0');
    if (on) await Promise.race([(this.#letters ??= this.#fetch()), wait(PATIENCE)]);
    // Pressed once more meanwhile.
    if (this.#wanted !== on) return;
    this.on = on;
    mark(on);
  }

  /** Who never chooses them never fetches them; who does gets them, however long a bad cell takes. */
  async #fetch(): Promise<void> {
    for (let tries = 0; !(await style()); tries += 1) await wait(backOff(tries));
  }
}

export const elder = new Elder();
