/** I4 · The day itself: who comes without being on the list, who comes in another's place, who was checked in by mistake. */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { Id, line, Reason, Token } from './fields.ts';
import { kioskOf } from './kiosks.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import { hasSubmitted, isPresent, passOf, type Issue, type Pass } from './passes.ts';
import { needOpen } from './phases.ts';
import { ExaminerSchema, type Examiner } from './roster.ts';
import type { State } from './state.ts';

const AddSchema = v.object({
  examiner: ExaminerSchema,
  pass: v.object({ id: Id, number: line(12), hash: Token }),
  /** He stands here already; a pass that is scanned checks in by itself. */
  here: v.boolean(),
  /** A substitute: whose pass becomes void, and why. */
  replaces: v.nullable(v.object({ pass: Id, reason: Reason })),
});
type Add = v.InferOutput<typeof AddSchema>;

/** The seat that a substitute takes. One seat has one vote in a turn, and nobody is put out who stands here (B3, B5). */
function needVacant(state: State, old: Pass, category: string): void {
  if (old.kind !== 'examiner') refuse('pass-unknown', { pass: old.id });
  if (old.revoked) refuse('pass-revoked', { pass: old.id });
  if (old.category !== category) refuse('malformed', { field: 'examiner.category' });
  if (isPresent(old)) refuse('pass-in-use', { pass: old.id });
  const { onStage } = state.agenda;
  if (onStage !== null && state.ballots.byUnit.get(onStage)?.has(old.id))
    refuse('pass-in-use', { pass: old.id });
}

/** I3: an anonymous meeting knows no names; whoever comes draws a pass from the stack. */
function needKnown(state: State, { examiner, pass }: Add): void {
  if (state.meeting.settings.identity === 'anonymous') refuse('anonymous');
  if (state.roster.examiners.has(examiner.id)) refuse('duplicate', { id: examiner.id });
  if (!state.scoring.categories.some(({ id }) => id === examiner.category))
    refuse('category-unknown', { category: examiner.category });
  for (const unit of examiner.recusals) if (!state.agenda.turns.has(unit)) refuse('unit-unknown', { unit });
  if (state.passes.all.has(pass.id) || state.passes.byHash.has(pass.hash))
    refuse('duplicate', { id: pass.id });
}

/** J6: what could name him is private; the whole list is not sent again, so that nobody's edit is undone by it. */
const added = ({ id, category, recusals, name, employer }: Examiner): Entry => ({
  type: 'examiner-added',
  data: { id, category, recusals },
  private: { name, employer },
});

function decideAdd(state: State, body: Add): Entry[] {
  needOpen(state);
  needKnown(state, body);
  const { examiner, pass, here, replaces } = body;
  if (replaces) needVacant(state, passOf(state, replaces.pass), examiner.category);
  const issue: Issue = {
    ...pass,
    kind: 'examiner',
    category: examiner.category,
    person: examiner.id,
    unit: null,
  };
  const revoked = (old: NonNullable<Add['replaces']>): Entry => ({
    type: 'pass-revoked',
    data: { pass: old.pass, substitute: pass.id },
    private: { reason: old.reason },
  });
  return [
    added(examiner),
    { type: 'passes-issued', data: { passes: [issue] } },
    ...(replaces ? [revoked(replaces)] : []),
    ...(here ? [{ type: 'pass-checked-in', data: { pass: pass.id } }] : []),
  ];
}

/**
 * I4: a check-in by mistake. Who enrolled a phone or handed something in was here: he can leave, not be unseen.
 * B5 counts him as eligible no more; what is frozen at a lock stays as it was.
 */
function decideNotHere(state: State, { pass: id }: { pass: string }): Entry[] {
  needOpen(state);
  const pass = passOf(state, id);
  if (pass.revoked) refuse('pass-revoked', { pass: id });
  const keyed = [...state.papers.values()].some((papers) => (papers.get(id)?.entries.length ?? 0) > 0);
  if (pass.session !== null || hasSubmitted(state, pass) || keyed || kioskOf(state, id) !== null)
    refuse('was-here', { pass: id });
  return pass.checkedIn || pass.checkedOut ? [{ type: 'pass-not-here', data: { pass: id } }] : [];
}

/** I4: whom a substitute stands in for; they are on the roster still, for their names, but are waited for no more. */
export const replaced = (passes: Iterable<Pick<Pass, 'person' | 'substitute'>>): Set<string | null> =>
  new Set([...passes].flatMap((one) => (one.substitute === null ? [] : [one.person])));

export const arrivalCommands = {
  /** A walk-in or a substitute: on the roster, with his pass, in one step. */
  'examiner.add': command(HOSTS, AddSchema, decideAdd),
  'pass.not-here': command(HOSTS, v.object({ pass: Id }), decideNotHere),
};

interface Added extends Omit<Examiner, 'name' | 'employer'> {
  private?: { name: string; employer: string };
}

export const arrivalFolds = {
  'examiner-added': (state, { id, category, recusals, private: secret }: Added) => {
    state.roster.examiners.set(id, {
      id,
      category,
      recusals,
      name: secret?.name ?? null,
      employer: secret?.employer ?? '',
    });
  },
  'pass-not-here': (state, { pass: id }: { pass: string }) => {
    const pass = state.passes.all.get(id);
    if (pass) Object.assign(pass, { checkedIn: false, checkedOut: false });
  },
} satisfies Folds;
