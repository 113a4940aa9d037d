/** V1, Q · Questions as an audience may see them: all to organizers, the open ones to everybody else. */
import type { Question, QuestionState } from './questions.ts';
import type { State } from './state.ts';
import { ratingCounts, type RatingCounts } from './view-stage.ts';
import type { Audience } from './audiences.ts';
import { picturesOf, type PicturesOf } from './view-evidence.ts';

/** What organizers alone are sent of a question; nothing of it where it goes to a phone. */
interface ForOrganizers {
  /** Organizers see the original beside what is shown. */
  original: string | null;
  /** The short number of the examiner's pass; never of the crowd. */
  number: string | null;
  /** Q2: who was asked to take it over. */
  offered: string | null;
  oral: boolean;
  declined: string | null;
  mergedInto: string | null;
}

export interface QuestionView extends PicturesOf, Partial<ForOrganizers> {
  id: string;
  unit: string;
  text: string | null;
  from: Question['from'];
  category: string | null;
  portfolio: string | null;
  member: string | null;
  state: QuestionState;
  support: number;
  ratings: RatingCounts | null;
  at: number;
}

const OPEN: readonly QuestionState[] = ['accepted', 'queued', 'asked', 'answered', 'closed'];

function forOrganizers(state: State, question: Question): ForOrganizers {
  const { text, shown, from, asker, offered, oral, declined, mergedInto } = question;
  return {
    original: shown === null ? null : text,
    number: from === 'examiner' ? (state.passes.all.get(asker)?.number ?? null) : null,
    offered,
    oral,
    declined,
    mergedInto,
  };
}

function questionView(state: State, question: Question, organizer: boolean): QuestionView {
  const { id, unit, text, shown, from, category, portfolio, member, at } = question;
  return {
    id,
    unit,
    text: shown ?? text,
    ...picturesOf(state, question, organizer),
    ...(organizer ? forOrganizers(state, question) : {}),
    from,
    category,
    portfolio,
    member,
    state: question.state,
    support: question.support.size,
    ratings: ratingCounts(question),
    at,
  };
}

/** Waiting ones first in the host's order, then the others as they came. */
export function questionsView(state: State, audience: Audience): QuestionView[] {
  const organizer = audience === 'organizer';
  const { all, queue } = state.questions;
  const waiting = queue.flatMap((id) => all.get(id) ?? []);
  const others = [...all.values()].filter((one) => !queue.includes(one.id));
  return [...waiting, ...others]
    .filter((one) => organizer || OPEN.includes(one.state))
    .filter((one) => organizer || state.agenda.onStage === null || one.unit === state.agenda.onStage)
    .map((one) => questionView(state, one, organizer));
}
