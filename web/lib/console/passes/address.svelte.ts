/** The address in every QR code: `PUBLIC_URL` where it is set, else one of this machine's own, as somebody chose here. */
import { chooseAddress, chosenAddress } from '../../live/address.ts';
import { api } from '../api.ts';

const LOOPBACK = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/;

/** Whether only this machine can open it. */
export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

export class HubAddress {
  all = $state.raw<readonly string[]>([]);
  #chosen = $state<string | null>(null);

  get chosen(): string {
    const kept = this.#chosen ?? chosenAddress(this.all);
    return kept !== null && this.all.includes(kept) ? kept : (this.all[0] ?? location.origin);
  }

  set chosen(address: string) {
    this.#chosen = address;
    chooseAddress(address);
  }

  async load(): Promise<void> {
    const found = await api.addresses().catch(() => ({ addresses: [] }));
    this.all = found.addresses.length > 0 ? found.addresses : [location.origin];
  }
}
