/** One thing that a person does here: whether it is under way, and why it was refused, until it is tried again. */
import type { Reply } from '$protocol-names.ts';
import { problemOf, type Problem } from '../api.ts';

export class Action {
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);

  /** Runs one request at a time; true where it was accepted. */
  async run(send: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const reply = (await send()) as Reply | undefined;
      const refused = reply && typeof reply === 'object' && 'ok' in reply && !reply.ok ? reply : null;
      this.problem = refused && { code: refused.code, detail: refused.detail };
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.busy = false;
    return this.problem === null;
  }

  clear(): void {
    this.problem = null;
  }
}
