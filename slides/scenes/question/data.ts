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
  /** Q1: how many questions were merged into it. */
  merged: number;
  answered: boolean;
  /** Q5: server time until which examiners rate the answer. */
  ratingUntil: number | null;
  crowdAsks: boolean;
  /** The address of the picture that the host shows; null where he shows none. */
  picture: string | null;
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

/** A picture is named by the hash of its bytes: nothing else gets into the address. */
const pictureOf = (hash: string | null | undefined, meeting: Slices['meeting'] | undefined): string | null =>
  hash && meeting && /^[0-9a-f]{64}$/.test(hash) ? `/api/meetings/${meeting.code}/pictures/${hash}` : null;

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
    merged: question.merged ?? 0,
    answered: question.state === 'answered' || question.state === 'closed',
    ratingUntil: question.ratingUntil,
    crowdAsks: slices.meeting?.settings.crowdAsks ?? false,
    picture: pictureOf(question.shown, slices.meeting),
  };
}
