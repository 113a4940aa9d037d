/**
 * I8 · 共用平板: a tablet that serves several examiners in turn. It has a pass of its own and takes over none: while a
 * pass is in it, its bearer scores there; his own phone and session stay as they are.
 */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { Id, Token } from './fields.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import { passBySecret, passOf, type Pass } from './passes.ts';
import { needLive } from './phases.ts';
import type { State } from './state.ts';

/** Kiosk's pass id → the pass that is in it. */
export type KiosksState = Map<string, string>;

export const emptyKiosks = (): KiosksState => new Map();

/** The examiner's pass in a kiosk; one that was revoked meanwhile is in none (I4). */
export function guestOf(state: State, kiosk: string): Pass | null {
  const id = state.kiosks.get(kiosk);
  const pass = id === undefined ? undefined : state.passes.all.get(id);
  return pass && !pass.revoked ? pass : null;
}

/** The kiosk that holds a pass; a kiosk without rights holds none. */
export function kioskOf(state: State, pass: string): string | null {
  for (const [kiosk, guest] of state.kiosks)
    if (guest === pass && state.passes.all.get(kiosk)?.revoked === false) return kiosk;
  return null;
}

/** @throws Refusal `kiosk-unknown`, `pass-revoked` */
function kioskPass(state: State, id: string): Pass {
  const pass = state.passes.all.get(id);
  if (pass?.kind !== 'kiosk') refuse('kiosk-unknown', { kiosk: id });
  if (pass.revoked) refuse('pass-revoked', { pass: id });
  return pass;
}

/** Being let in is being here: it checks in as enrolling does (I4). */
function admitted(state: State, kiosk: string, pass: Pass): Entry[] {
  needLive(state);
  if (pass.kind !== 'examiner') refuse('pass-unknown', { pass: pass.id });
  if (pass.revoked) refuse('pass-revoked', { pass: pass.id });
  const guest = guestOf(state, kiosk);
  if (guest?.id === pass.id) return [];
  if (guest) refuse('kiosk-in-use', { kiosk });
  const other = kioskOf(state, pass.id);
  if (other !== null) refuse('pass-in-kiosk', { kiosk: other });
  return [{ type: 'kiosk-admitted', data: { kiosk, pass: pass.id } }];
}

function decideTake(state: State, { secret }: { secret: string }, actor: Actor): Entry[] {
  if (!('pass' in actor)) refuse('forbidden');
  return admitted(state, actor.pass.id, passBySecret(state, secret));
}

/** Names the pass, so that a release that was under way never sends the next one away. */
function decideRelease(state: State, body: { kiosk: string; pass: string }, actor: Actor): Entry[] {
  if ('pass' in actor && actor.pass.id !== body.kiosk) refuse('forbidden');
  kioskPass(state, body.kiosk);
  if (state.kiosks.get(body.kiosk) !== body.pass) return [];
  return [{ type: 'kiosk-released', data: body }];
}

const Both = v.object({ kiosk: Id, pass: Id });

export const kioskCommands = {
  /** A host lets somebody in whom he sees standing there: the short number alone never does (I1). */
  'kiosk.admit': command(HOSTS, Both, (state, { kiosk, pass }) => {
    kioskPass(state, kiosk);
    return admitted(state, kiosk, passOf(state, pass));
  }),
  /** The kiosk read the code on the pass. */
  'kiosk.take': command(['kiosk'], v.object({ secret: Token }), decideTake),
  'kiosk.release': command([...HOSTS, 'kiosk'], Both, decideRelease),
};

type Moved = { kiosk: string; pass: string };

export const kioskFolds = {
  'kiosk-admitted': (state, { kiosk, pass: id }: Moved) => {
    state.kiosks.set(kiosk, id);
    const pass = state.passes.all.get(id);
    if (pass) Object.assign(pass, { checkedIn: true, checkedOut: false });
  },
  'kiosk-released': (state, { kiosk }: Moved) => {
    state.kiosks.delete(kiosk);
  },
} satisfies Folds;
