/** Names of organizers: frames carry their ids alone, for the names are the hub's and no meeting's. */
import type { Desk } from '../desk.svelte.ts';
import { api } from '../api.ts';

const TOKEN = 'token-';

export class Organizers {
  readonly #desk: Desk;
  #names = $state.raw<Record<string, string>>({});
  #asked: readonly string[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** An organizer's name; his id where he has no account any more. */
  name(id: string): string {
    const { organizer, slices } = this.#desk;
    if (id === organizer.id) return organizer.name;
    const listed = slices.count?.scrutineers.find((one) => one.id === id)?.name;
    return this.#names[id] ?? (listed || (id.startsWith(TOKEN) ? id.slice(TOKEN.length) : id));
  }

  /** Fetches names when somebody shows up who is not known yet. */
  async know(ids: readonly string[]): Promise<void> {
    const fresh = ids.filter((id) => !this.#asked.includes(id));
    if (fresh.length === 0) return;
    this.#asked = [...this.#asked, ...fresh];
    try {
      this.#names = await api.organizerNames();
    } catch {
      // Without a name the id stands there; the next new id asks again.
      this.#asked = this.#asked.filter((id) => !fresh.includes(id));
    }
  }
}
