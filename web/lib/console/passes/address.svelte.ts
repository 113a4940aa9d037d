/** The address in every QR code: `PUBLIC_URL` where it is set, else one of this machine's own, as somebody chose here. */
import { keep, recall } from '../../live/keep.ts';
import { api } from '../api.ts';

const KEY = 'dkc.address';
const LOOPBACK = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/;

/** Whether only this machine can open it. */
export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

export class HubAddress {
  all = $state.raw<readonly string[]>([]);
  #chosen = $state(recall(KEY) ?? '');

  /** What was chosen, as long as the hub still has it; its best one otherwise. */
  get chosen(): string {
    return this.all.includes(this.#chosen) ? this.#chosen : (this.all[0] ?? location.origin);
  }

  set chosen(address: string) {
    this.#chosen = address;
    keep(KEY, address);
  }

  async load(): Promise<void> {
    const found = await api.addresses().catch(() => ({ addresses: [] }));
    this.all = found.addresses.length > 0 ? found.addresses : [location.origin];
  }
}
