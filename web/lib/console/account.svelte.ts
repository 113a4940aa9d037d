/** Who is signed in here, and whether anyone may be over this connection (I7). */
import { getContext, setContext } from 'svelte';
import type { Status } from '$protocol-names.ts';
import { api, problemOf, type Problem } from './api.ts';

export class Account {
  status = $state.raw<Status | null>(null);
  problem = $state.raw<Problem | null>(null);

  async load(): Promise<void> {
    try {
      this.status = await api.status();
      this.problem = null;
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
