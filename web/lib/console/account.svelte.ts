/** Who is signed in here, and whether anyone may be over this connection (I7). */
import { getContext, setContext } from 'svelte';
import type { Status } from '$protocol-names.ts';
import { api, onSignedOut, problemOf, type Problem } from './api.ts';
import type { Organizer } from './desk.svelte.ts';

export class Account {
  status = $state.raw<Status | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Whose pages are open: they stay, unseen, while a session that ran out is signed in again. */
  kept = $state.raw<Organizer | null>(null);

  constructor() {
    onSignedOut(() => this.load());
  }

  /** Signed in, with a password of his own. */
  get organizer(): Organizer | null {
    const organizer = this.status?.organizer;
    return organizer && !organizer.passwordDue ? organizer : null;
  }

  async load(): Promise<void> {
    try {
      this.status = await api.status();
      this.problem = null;
      // Whoever was put out has no right to what stands there; whoever only did nothing for a while goes on.
      if (this.organizer || this.status.ended !== 'idle') this.kept = this.organizer;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  async signOut(): Promise<void> {
    await api.signOut();
    await this.load();
  }
}

const KEY = Symbol('account');
export const setAccount = (account: Account): Account => setContext(KEY, account);
export const useAccount = (): Account => getContext<Account>(KEY);
