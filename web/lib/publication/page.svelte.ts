/** What the hub has published of a closed meeting: fetched by a plain GET, without a socket and without a session. */
import type { Published } from '../../../assessment/view-public.ts';
import { backOff } from '../live/back-off.ts';

/** `none`: nothing is public here, or not any more. */
export type PageState = 'loading' | 'offline' | 'none' | 'there';

export class PublicPage {
  readonly code: string;
  state = $state<PageState>('loading');
  result = $state.raw<Published | null>(null);
  #under = false;

  constructor(code: string) {
    this.code = code;
  }

  get path(): string {
    return `/api/public/${this.code}`;
  }

  /** Asks until there is an answer, however long a bad cell takes; what is shown already stays meanwhile. */
  async load(): Promise<void> {
    if (this.#under) return;
    this.#under = true;
    for (let tries = 0; !(await this.#once()); tries += 1) {
      if (this.result) break;
      this.state = 'offline';
      await new Promise((again) => setTimeout(again, backOff(tries)));
    }
    this.#under = false;
  }

  /** @returns whether the hub has answered */
  async #once(): Promise<boolean> {
    try {
      const answer = await fetch(this.path, { cache: 'no-cache' });
      if (answer.status !== 404 && !answer.ok) return false;
      this.result = answer.ok ? ((await answer.json()) as Published) : null;
      this.state = answer.ok ? 'there' : 'none';
      return true;
    } catch {
      return false;
    }
  }
}
