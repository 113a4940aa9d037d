/**
 * I · Who sends a command. A device is known by its session alone; what the session may do is read from the state
 * at the moment of the command, so a revoked pass has no rights left anywhere (I4).
 */
import type { State } from './state.ts';
import type { Pass } from './passes.ts';

export type OrganizerRole = 'owner' | 'host' | 'scrutineer' | 'viewer';
export type PassKind = 'examiner' | 'member' | 'presenter' | 'screen' | 'kiosk';
export type Role = OrganizerRole | PassKind | 'crowd' | 'system';

/** Who prepares and runs the meeting (I7). */
export const HOSTS: readonly Role[] = ['owner', 'host'];

/** What the hub knows of a connection: an organizer it signed in, a device by its session, or the authority itself. */
export type Principal =
  | { kind: 'organizer'; id: string; role: OrganizerRole }
  | { kind: 'device'; session: string }
  | { kind: 'system' };

export type Actor =
  | { role: OrganizerRole; id: string }
  | { role: PassKind; pass: Pass; session: string }
  | { role: 'crowd'; session: string }
  | { role: 'system' };

/** A principal seen through the state; null where its session was revoked (I2, I4). */
export function actorOf(state: State, who: Principal): Actor | null {
  if (who.kind === 'system') return { role: 'system' };
  if (who.kind === 'organizer') return { role: who.role, id: who.id };
  const { session } = who;
  if (state.passes.revokedSessions.has(session)) return null;
  const id = state.passes.bySession.get(session);
  const pass = id === undefined ? undefined : state.passes.all.get(id);
  if (!pass) return { role: 'crowd', session };
  return pass.revoked ? null : { role: pass.kind, pass, session };
}

/** Why a principal is nobody any more: its pass went to another device, or its rights ended (I2, I4). */
export const whyOut = (state: State, who: Principal): 'pass-moved' | 'revoked' =>
  who.kind === 'device' && state.passes.moved.has(who.session) ? 'pass-moved' : 'revoked';

/** How an actor is written into an entry: `host:o1`, `examiner:people-08@SESSION`, `crowd:@SESSION`, `system:`. */
export function actorText(actor: Actor): string {
  if ('pass' in actor) return `${actor.role}:${actor.pass.id}@${actor.session}`;
  if ('session' in actor) return `${actor.role}:@${actor.session}`;
  return `${actor.role}:${'id' in actor ? actor.id : ''}`;
}

/** J2: the actor within whom a command id is unique: a device's session, an organizer's account. */
export function commandKey(by: string, id: string): string {
  const at = by.indexOf('@');
  const owner = at >= 0 ? by.slice(at) : by.slice(by.indexOf(':'));
  return `${owner}/${id}`;
}

/** One person, one support or vote: the pass where there is one, else the session. */
export function personOf(actor: Actor): string {
  if ('pass' in actor) return actor.pass.id;
  if ('session' in actor) return `@${actor.session}`;
  return actor.role === 'system' ? 'system' : actor.id;
}
