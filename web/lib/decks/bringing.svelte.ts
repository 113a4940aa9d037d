/** Bringing a deck: it is opened here first, so that nobody waits for a file that no wall can show; then sent, then named. */
import { MOST_DECK, MOST_PAGES } from '$assessment/decks.ts';
import type { Reply } from '../../../realtime/protocol-names.ts';
import { refusalText } from '../../text/index.ts';
import { deckText } from '../../text/deck/index.ts';
import { Refusal, sendFile } from './send-file.ts';

export interface Brought {
  unit: string;
  hash: string;
  name: string;
  pages: number;
}

export interface BringingTo {
  code: string;
  /** The secret of a phone's session; an organizer's browser is known by its cookie. */
  session: string | null;
  attach(brought: Brought): Promise<Reply>;
}

type Step =
  | { kind: 'idle' }
  | { kind: 'reading' }
  /** `left` in minutes, once it can be said. */
  | { kind: 'sending'; done: number; size: number; left: number | null; gone: boolean }
  | { kind: 'attaching' }
  | { kind: 'failed'; words: string; again: boolean };

type Problem = keyof ReturnType<typeof deckText>['deck']['problems'];

/** A picture of the first page, in pixels: enough to see that it is the right file. */
const LOOK = { width: 480, height: 360 };
/** How long is measured before it is said how long it will take, in ms. */
const MEASURED = 4000;

export class Bringing {
  step = $state.raw<Step>({ kind: 'idle' });
  /** The first page, as soon as the file is open. */
  look = $state.raw<string | null>(null);
  readonly #to: BringingTo;
  #stop: AbortController | null = null;
  /** What has arrived and only has to be named. */
  #arrived: Brought | null = null;

  constructor(to: BringingTo) {
    this.#to = to;
  }

  get under(): boolean {
    return this.step.kind !== 'idle' && this.step.kind !== 'failed';
  }

  async bring(unit: string, file: File): Promise<void> {
    if (this.under) return;
    this.#arrived = null;
    this.look = null;
    this.step = { kind: 'reading' };
    const stop = (this.#stop = new AbortController());
    try {
      const pages = await this.#open(file);
      const hash = await this.#send(file, stop);
      if (hash === null) return void (this.step = { kind: 'idle' });
      this.#arrived = { unit, hash, name: nameOf(file), pages };
      await this.#attach();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** What arrived whole is named once more; nothing is sent twice. */
  async again(): Promise<void> {
    try {
      await this.#attach();
    } catch (error) {
      this.#failed(error);
    }
  }

  stop(): void {
    this.#stop?.abort();
  }

  clear(): void {
    this.step = { kind: 'idle' };
    this.look = null;
  }

  /** @returns how many pages it has */
  async #open(file: File): Promise<number> {
    if (file.size > MOST_DECK) throw problem('too-big');
    const bytes = new Uint8Array(await new Response(file).arrayBuffer());
    const { Pdf } = await import('$slides/deck/pdf.ts');
    const pdf = await Pdf.open(bytes);
    try {
      if (pdf.pages < 1) throw problem('empty');
      if (pdf.pages > MOST_PAGES) throw problem('too-long');
      this.look = (await pdf.draw(1, LOOK)).toDataURL('image/jpeg', 0.8);
      return pdf.pages;
    } finally {
      pdf.close();
    }
  }

  #send(file: File, stop: AbortController): Promise<string | null> {
    const began = Date.now();
    const { size } = file;
    const told = (done: number, line: 'there' | 'gone') => {
      const spent = Date.now() - began;
      const left = spent > MEASURED && done > 0 ? (spent / done) * (size - done) : null;
      this.step = {
        kind: 'sending',
        done: Math.min(done, size),
        size,
        left: left === null ? null : left / 60_000,
        gone: line === 'gone',
      };
    };
    told(0, 'there');
    const { code, session } = this.#to;
    return sendFile(file, { code, session, told, stop: stop.signal });
  }

  async #attach(): Promise<void> {
    if (!this.#arrived) return;
    this.step = { kind: 'attaching' };
    const reply = await this.#to.attach(this.#arrived);
    if (!reply.ok) throw new Refusal({ code: reply.code, detail: reply.detail });
    this.#arrived = null;
    this.step = { kind: 'idle' };
    this.look = null;
  }

  #failed(error: unknown): void {
    const { deck } = deckText();
    const code = (error as { code?: string }).code ?? '';
    const known = Object.prototype.hasOwnProperty.call(deck.problems, code);
    const words =
      error instanceof Refusal
        ? refusalText(error.code, error.detail)
        : deck.problems[known ? (code as Problem) : this.#arrived ? 'broken' : 'old'];
    const offline = this.#arrived !== null && !(error instanceof Refusal);
    this.step = { kind: 'failed', words: offline ? deck.waiting : words, again: this.#arrived !== null };
  }
}

const problem = (code: Problem): Error => Object.assign(new Error(code), { code });

/** As the journal takes it: one line of at most 200 characters. */
function nameOf({ name }: File): string {
  const line = name.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ').trim();
  return Array.from(line === '' ? 'deck.pdf' : line)
    .slice(0, 190)
    .join('')
    .slice(0, 200);
}
