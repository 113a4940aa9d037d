/**
 * What is expected of an examiner at this moment: one sentence, one button, and what else he may do. Pure, so that
 * every state of meeting and turn is a line of a table and not a condition somewhere on a page.
 */
import type { Settings, Phase } from '../../../../assessment/meeting.ts';
import type { QuestionState } from '../../../../assessment/questions.ts';
import type { Stage } from '../../../../assessment/turns.ts';

/** What became of a unit whose turn is over, as far as this examiner is concerned. */
export type Fate = 'counted' | 'nothing' | 'recused' | 'absent' | 'published';
/** Where his ballot for the unit on stage is: on the way, taken, refused, filled in half, or not there. */
export type BallotAt = 'none' | 'begun' | 'stored' | 'counted' | 'refused';

export interface Facts {
  phase: Phase;
  publish: Settings['publish'];
  /** I4: false once he was checked out. */
  present: boolean;
  /** Null while nobody is on stage. */
  stage: Stage | null;
  question: { state: QuestionState; mine: boolean } | null;
  /** Q5: whether the window is open, and whether he has used it. */
  rating: 'open' | 'rated' | null;
  ballot: BallotAt;
  /** I5 */
  recused: boolean;
  /** I8 */
  paper: boolean;
  /** B3: he asked the host to wait. */
  waits: boolean;
  /** Whether a unit waits for its turn. */
  next: boolean;
  /** Whether a unit is left that can be asked. */
  askable: boolean;
  /** The turn before. */
  last: Fate | null;
  /** Whether results are public. */
  results: boolean;
}

export const SENTENCES = [
  'before',
  'gone',
  'closed',
  'pausedBetween',
  'pausedTurn',
  'next',
  'nextCounted',
  'nextNothing',
  'nextRecused',
  'nextAbsent',
  'nextPublished',
  'over',
  'ceremony',
  'hear',
  'hearBegun',
  'hearRecused',
  'hearPaper',
  'between',
  'betweenRecused',
  'listen',
  'listenMine',
  'rate',
  'rated',
  'score',
  'scoreBegun',
  'stored',
  'counted',
  'refused',
  'recused',
  'paper',
  'paperCounted',
  'closing',
  'closingWaits',
] as const;
export type Sentence = (typeof SENTENCES)[number];

export const BUTTONS = [
  'ask',
  'ballot',
  'fill',
  'goOn',
  'change',
  'progress',
  'receipt',
  'why',
  'wait',
  'results',
  'records',
  'help',
] as const;
export type Button = (typeof BUTTONS)[number];

export interface Now {
  say: Sentence;
  /** What is expected; null where nothing is. At most one of all the buttons of a page is red. */
  main: Button | null;
  /** What he may do beside it. */
  also: Button[];
  /** V2: when the score of the last unit comes, where that is not at once. */
  later: 'after-next' | 'ceremony' | null;
}

const now = (
  say: Sentence,
  main: Button | null = null,
  also: Button[] = [],
  later: Now['later'] = null,
): Now => {
  return { say, main, also, later };
};

const asks = ({ askable }: Facts): Button[] => (askable ? ['ask'] : []);

const NEXT: Record<Fate, Sentence> = {
  counted: 'nextCounted',
  nothing: 'nextNothing',
  recused: 'nextRecused',
  absent: 'nextAbsent',
  published: 'nextPublished',
};

/** Nobody is on stage. */
function off(facts: Facts): Now {
  const { phase, publish, next, last, results } = facts;
  if (phase === 'draft' || phase === 'ready') return now('before', null, asks(facts));
  const shown: Button[] = results ? ['results'] : [];
  const held = last === 'counted' || last === 'nothing' || last === 'recused';
  const later = held && publish !== 'at-once' ? publish : null;
  if (phase === 'paused') return now('pausedBetween', null, [...shown, ...asks(facts)], later);
  if (!next) return now(publish === 'ceremony' ? 'ceremony' : 'over', null, shown);
  return now(last === null ? 'next' : NEXT[last], null, [...shown, ...asks(facts)], later);
}

function reporting({ phase, recused, paper, ballot }: Facts): Now {
  const also: Button[] = recused || paper ? [] : ['ballot'];
  const say = recused ? 'hearRecused' : paper ? 'hearPaper' : ballot === 'begun' ? 'hearBegun' : 'hear';
  return now(phase === 'paused' ? 'pausedTurn' : say, 'ask', also);
}

function questioning({ phase, recused, paper, question, rating }: Facts): Now {
  const also: Button[] = recused || paper ? [] : ['ballot'];
  // Taken also while it rains: what is asked of him first is the one thing that has an end.
  if (rating !== null && !recused) return now(rating === 'open' ? 'rate' : 'rated', null, [...also, 'ask']);
  if (phase === 'paused') return now('pausedTurn', 'ask', also);
  if (question?.state === 'asked') return now(question.mine ? 'listenMine' : 'listen', 'ask', also);
  return now(recused ? 'betweenRecused' : 'between', 'ask', also);
}

/** `scoring` and `closing`: the ballot is what matters. */
function scoring(facts: Facts): Now {
  const { stage, recused, paper, ballot, waits } = facts;
  if (recused) return now('recused', null, asks(facts));
  if (ballot === 'stored') return now('stored', null, ['progress', 'change']);
  if (paper)
    return now(
      ballot === 'counted' ? 'paperCounted' : 'paper',
      null,
      ballot === 'counted' ? ['receipt'] : [],
    );
  if (ballot === 'counted') return now('counted', null, ['receipt', 'change']);
  if (ballot === 'refused') return now('refused', 'why');
  const fill = ballot === 'begun' ? 'goOn' : 'fill';
  if (stage === 'closing') return now(waits ? 'closingWaits' : 'closing', fill, ['wait']);
  return now(ballot === 'begun' ? 'scoreBegun' : 'score', fill);
}

/** The one sentence and the one button of this moment. */
export function nowOf(facts: Facts): Now {
  // The results stand on this page itself.
  if (facts.phase === 'closed') return now('closed', null, ['records']);
  if (!facts.present) return now('gone', 'help', facts.results ? ['results'] : []);
  switch (facts.stage) {
    case 'reporting':
      return reporting(facts);
    case 'questioning':
      return questioning(facts);
    case 'scoring':
    case 'closing':
      return scoring(facts);
    default:
      return off(facts);
  }
}
