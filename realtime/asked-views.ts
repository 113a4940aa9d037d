/**
 * Whole views that clients ask for: the dearest thing that can be asked. One a turn of the loop, so that whoever matters
 * more is served in between; who asks twice before his turn is served once; and who has not taken what he was sent has to
 * take that first (backlog.ts sends him what he lacks by then).
 */
import { isBehind } from './backlog.ts';
import type { Member } from './members.ts';
import { Portions } from './portions.ts';
import type { Since } from './protocol-names.ts';

export class AskedViews {
  readonly #since = new Map<Member, Since | null>();
  readonly #portions: Portions<Member>;

  /** @param send what somebody lacks since then, or everything; asked in a later turn of the loop */
  constructor(send: (member: Member, since: Since | null) => void) {
    this.#portions = new Portions<Member>(1, ([member]) => {
      if (!member) return;
      const since = this.#since.get(member) ?? null;
      this.#since.delete(member);
      send(member, since);
    });
  }

  ask(member: Member, since: Since | null): void {
    if (isBehind(member.socket)) return;
    // Of two questions the one that needs more: everything, or everything since the earlier entry.
    const before = this.#since.get(member);
    const less = before !== undefined && (before === null || (since !== null && before.n < since.n));
    if (!less) this.#since.set(member, since);
    this.#portions.put(member);
    this.#portions.start();
  }

  stop(): void {
    this.#portions.stop();
  }
}
