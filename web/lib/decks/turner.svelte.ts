/**
 * Turning the pages of the deck on stage. A finger that presses three times means the page three further on: only where
 * it leads is sent, one command at a time, and what did not arrive soon is not done later by surprise.
 */
import type { DeckView } from '$assessment/view.ts';
import type { CommandBody } from '$assessment/decide.ts';
import type { Reply } from '../../../realtime/protocol-names.ts';

type Now = NonNullable<DeckView['now']>;
export interface Target {
  page: number;
  shown: boolean;
}

export class Turner {
  /** Where it is to lead, as long as the hub has not said that it is there. */
  #target = $state.raw<(Target & { deck: string; n: number | null }) | null>(null);
  /** What the last refusal or silence was; null after a turn. */
  problem = $state.raw<Extract<Reply, { ok: false }> | 'late' | null>(null);
  readonly #now: () => Now | null;
  readonly #at: () => number;
  readonly #send: (body: CommandBody<'deck.turn'>) => Promise<Reply>;
  #sending = false;

  /** @param at the number of the last entry in what the page shows */
  constructor(
    now: () => Now | null,
    at: () => number,
    send: (body: CommandBody<'deck.turn'>) => Promise<Reply>,
  ) {
    this.#now = now;
    this.#at = at;
    this.#send = send;
  }

  /** What was asked for and is not there yet. */
  get pending(): Target | null {
    const [target, now] = [this.#target, this.#now()];
    if (!target || target.deck !== now?.id || (target.page === now.page && target.shown === now.shown))
      return null;
    return target.n !== null && this.#at() >= target.n ? null : target;
  }

  /** The page that the next press goes out from. */
  get page(): number {
    return this.pending?.page ?? this.#now()?.page ?? 1;
  }

  get shown(): boolean {
    return this.pending?.shown ?? this.#now()?.shown ?? false;
  }

  /** On or back by so many pages; what was put away comes back with it. */
  by(pages: number): void {
    const now = this.#now();
    if (now) this.to(Math.min(now.pages, Math.max(1, this.page + pages)), true);
  }

  to(page: number, shown: boolean): void {
    const now = this.#now();
    if (!now) return;
    this.#target = { deck: now.id, page, shown, n: null };
    this.problem = null;
    if (!this.#sending) void this.#run();
  }

  async #run(): Promise<void> {
    this.#sending = true;
    try {
      for (;;) {
        const [target, now] = [this.#target, this.#now()];
        if (!target || target.n !== null || target.deck !== now?.id) return;
        const { deck, page, shown } = target;
        const reply = await this.#send({ unit: now.unit, deck, page, shown });
        // Another page was asked for meanwhile: that one is sent next.
        if (this.#target !== target) continue;
        this.#target = reply.ok ? { ...target, n: reply.n } : null;
        if (!reply.ok) this.problem = reply.code === 'too-late' ? 'late' : reply;
        return;
      }
    } catch {
      this.#target = null;
      this.problem = 'late';
    } finally {
      this.#sending = false;
    }
  }
}
