/** V1, P1 · Promises as an audience may see them: all to organizers, and of the unit on stage what was said aloud. */
import type { Audience } from './audiences.ts';
import { publishedWith, type Confirmation, type Promised, type PromiseState } from './promises.ts';
import type { State } from './state.ts';

export interface PromiseView {
  id: string;
  question: string;
  unit: string;
  text: string | null;
  /** A calendar day, `2026-11-30`. */
  due: string;
  /** Who is responsible; null where he left the roster. */
  member: { id: string; name: string | null; post: string } | null;
  from: Promised['from'];
  state: PromiseState;
  revision: number;
  confirmed: Confirmation | null;
  /** The questioner says that it is not so. */
  objected: boolean;
  /** Why it was withdrawn. */
  reason: string | null;
  at: number;
  /** It was published with its unit, and stands. */
  published: boolean;
}

export function promiseView(state: State, promised: Promised): PromiseView {
  const { maker: _maker, confirmedAt: _confirmedAt, member: id, ...rest } = promised;
  const member = state.roster.members.get(id);
  return {
    ...rest,
    published: publishedWith(state, promised),
    member: member ? { id, name: member.name, post: member.post } : null,
  };
}

/**
 * Everybody but organizers: what stands and was confirmed, or what the host wrote down because it was said aloud. A
 * slice of its own and no part of the stage, which is sent again with every beat of a clock.
 */
export function promisesView(state: State, audience: Audience): PromiseView[] {
  const all = [...state.promises.all.values()];
  const shown =
    audience === 'organizer'
      ? all
      : all.filter(
          (one) =>
            one.unit === state.agenda.onStage &&
            one.state === 'made' &&
            (one.confirmed !== null || one.from === 'host'),
        );
  return shown.map((one) => promiseView(state, one));
}

/** Promises that were made on a person's own questions. */
export function promisesTo(state: State, person: string): PromiseView[] {
  return [...state.promises.all.values()]
    .filter((one) => state.questions.all.get(one.question)?.asker === person)
    .map((one) => promiseView(state, one));
}
