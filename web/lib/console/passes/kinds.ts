/** Every kind of pass in one table: a new kind is a line here, and the compiler asks for its words. */
import type { PassKind } from '$assessment/actors.ts';

export interface KindOfPass {
  /** The page that its code opens, below an address of the hub. */
  page: 'p' | 'screen';
  /** I4: somebody bears it who comes and goes. */
  bearer: boolean;
}

export const KINDS: Readonly<Record<PassKind, KindOfPass>> = {
  examiner: { page: 'p', bearer: true },
  member: { page: 'p', bearer: true },
  presenter: { page: 'p', bearer: true },
  screen: { page: 'screen', bearer: false },
  kiosk: { page: 'p', bearer: false },
};

/** In the order in which lists show them. */
export const KIND_NAMES = Object.keys(KINDS) as PassKind[];
