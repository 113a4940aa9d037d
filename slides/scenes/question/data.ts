import type { Clock } from '$assessment/clocks.ts';
import type { Slices, StageView } from '$assessment/view.ts';
import { oneParagraph } from '../../fit.ts';
import { wallOnStage, type UnitOnWall } from '../../unit.ts';

type Staged = NonNullable<StageView['question']>;

/** What a question and the ratings of its answer are introduced with. */
export interface QuestionHead {
  id: string;
  number: number;
  from: Staged['from'];
  /** The asker's category in words; null for the crowd, for organizers and where it is not known. */
  category: string | null;
  portfolio: string | null;
  text: string | null;
  member: { name: string | null; post: string } | null;
}

export interface QuestionData extends QuestionHead {
  unit: UnitOnWall;
  clock: Clock | null;
  support: number;
  answered: boolean;
  /** Q5: server time until which examiners rate the answer. */
  ratingUntil: number | null;
  crowdAsks: boolean;
}

export function questionHead(question: Staged, meeting: Slices['meeting'] | undefined): QuestionHead {
  const { id, number, from, portfolio, text, member } = question;
  return {
    id,
    number,
    from,
    category: meeting?.categories.find((one) => one.id === question.category)?.name ?? null,
    portfolio,
    text: text === null ? null : oneParagraph(text),
    member: member && { name: member.name, post: member.post },
  };
}

export function questionOf(
  unit: NonNullable<StageView['unit']>,
  question: Staged,
  slices: Partial<Slices>,
): QuestionData {
  return {
    ...questionHead(question, slices.meeting),
    unit: wallOnStage(unit),
    clock: question.clock,
    support: question.support,
    answered: question.state === 'answered' || question.state === 'closed',
    ratingUntil: question.ratingUntil,
    crowdAsks: slices.meeting?.settings.crowdAsks ?? false,
  };
}
