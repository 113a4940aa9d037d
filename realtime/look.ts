/** I2: what a pass is, before the tap that enrols it. Looking burns nothing. */
import type { Principal } from '../assessment/actors.ts';
import { passBySecret } from '../assessment/passes.ts';
import { unitName } from '../assessment/roster.ts';
import type { State } from '../assessment/state.ts';
import { nameOf } from '../assessment/view-progress.ts';
import type { Looked } from './protocol-names.ts';

/** @throws Refusal `pass-unknown`, `pass-revoked` */
export function looked(state: State, who: Principal, secret: string): Extract<Looked, { ok: true }> {
  const pass = passBySecret(state, secret);
  const category = state.scoring.categories.find((one) => one.id === pass.category)?.name ?? null;
  const unit = pass.unit === null ? null : unitName(state, pass.unit);
  const mine = who.kind === 'device' && pass.session === who.session;
  return {
    ok: true,
    kind: pass.kind,
    number: pass.number,
    category,
    unit,
    name: nameOf(state, pass),
    pass: who.kind === 'organizer' ? pass.id : null,
    taken: pass.session !== null && !mine,
  };
}
