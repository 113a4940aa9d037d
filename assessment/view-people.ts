/** Organizers' lists: the roster as it was entered, and every pass with where its bearer is. */
import type { PassKind } from './actors.ts';
import type { Examiner, Member, Named, Unit } from './roster.ts';
import type { Scrutineer } from './scrutineers.ts';
import type { State } from './state.ts';
import { helpsOf, type Help } from './help.ts';
import { guestOf } from './kiosks.ts';
import { lineOf, nameOf, type LineState } from './view-progress.ts';
import type { Live } from './audiences.ts';

export interface RosterView {
  units: Unit[];
  members: Named<Member>[];
  examiners: Named<Examiner>[];
}

export interface PassView {
  id: string;
  kind: PassKind;
  number: string;
  category: string | null;
  unit: string | null;
  person: string | null;
  name: string | null;
  checkedIn: boolean;
  checkedOut: boolean;
  revoked: boolean;
  /** I4: the pass of the one who came in his place. */
  substitute: string | null;
  line: LineState;
  /** Kiosks: the pass that is in it (I8). */
  guest: string | null;
  /** I2: the session that asks to take over. */
  handover: string | null;
}

export interface PeopleView {
  passes: PassView[];
  /** Q3: passes with a raised hand, in order. */
  hands: string[];
  /** Who waits for somebody to help, first come first. */
  helps: ({ pass: string } & Help)[];
  screens: number;
  /** I7: who confirms in this meeting, by name. */
  scrutineers: Scrutineer[];
}

export const rosterView = (state: State): RosterView => ({
  units: state.roster.units,
  members: [...state.roster.members.values()],
  examiners: [...state.roster.examiners.values()],
});

export function peopleView(state: State, live: Live): PeopleView {
  const passes = [...state.passes.all.values()].map((pass) => ({
    id: pass.id,
    kind: pass.kind,
    number: pass.number,
    category: pass.category,
    unit: pass.unit,
    person: pass.person,
    name: nameOf(state, pass),
    checkedIn: pass.checkedIn,
    checkedOut: pass.checkedOut,
    revoked: pass.revoked,
    substitute: pass.substitute,
    line: lineOf(pass, live),
    guest: pass.kind === 'kiosk' ? (guestOf(state, pass.id)?.id ?? null) : null,
    handover: pass.handover,
  }));
  return {
    passes,
    hands: [...state.questions.hands],
    helps: helpsOf(state),
    screens: live.screens,
    scrutineers: state.meeting.scrutineers,
  };
}
