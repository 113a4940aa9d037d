/**
 * What takes the last thing back that a host did, where the rules know a way (A2, Q1, V2). Every inverse says the state
 * that it is meant for, so that it is refused where somebody went on in between.
 */
import type { CommandBody, CommandType } from '$assessment/decide.ts';
import type { QuestionState } from '$assessment/questions.ts';
import type { Slices } from '$assessment/view.ts';
import { placeInQueue } from './questions/lists.ts';
import type { Order } from './stage/next-step.ts';
import { words } from './words.ts';

/** What a host does on the live page; everything else has its own page and its own way back. */
const ACTS = [
  'meeting.open',
  'meeting.pause',
  'meeting.resume',
  'turn.step',
  'turn.back',
  'turn.absent',
  'turn.present',
  'turn.move',
  'turn.publish',
  'ceremony.start',
  'ceremony.beat',
  'clock.run',
  'clock.adjust',
  'question.ask',
  'question.accept',
  'question.decline',
  'question.merge',
  'question.queue',
  'question.edit',
  'question.reorder',
  'question.hand-on',
  'question.stage',
  'question.answered',
  'question.close',
  'question.return',
  'hand.lower',
  'draw.promise',
  'draw.do',
  'draw.abandon',
  'draw.pass-over',
] as const satisfies readonly CommandType[];
export type ActType = (typeof ACTS)[number];

export interface Act {
  type: ActType;
  /** Server time in ms. */
  at: number;
  /** Null where the rules know no way back. */
  inverse: Order | null;
}

export const isAct = (type: CommandType): type is ActType => (ACTS as readonly string[]).includes(type);

const reason = () => words().undo.reason;

/** Q1: the state that a command leads to, and from which `question.return` goes back. */
const LEADS_TO: Partial<Record<CommandType, QuestionState>> = {
  'question.accept': 'accepted',
  'question.decline': 'declined',
  'question.merge': 'merged',
  'question.queue': 'queued',
  'question.stage': 'asked',
};

function ofTurn(order: Order, { agenda = [], stage, meeting }: Partial<Slices>): Order | null {
  switch (order.type) {
    case 'turn.step': {
      const { unit, to } = order.body;
      return to === 'locked' ? null : { type: 'turn.back', body: { unit, from: to, reason: reason() } };
    }
    case 'turn.back': {
      const { unit, from } = order.body;
      const to = stage?.unit?.id === unit ? stage.back : null;
      return to === null ? null : { type: 'turn.step', body: { unit, from: to, to: from } };
    }
    case 'turn.absent': {
      // A unit that was on stage would come back as one that waits: that is not what was.
      const { unit, from } = order.body;
      return from === 'waiting' ? { type: 'turn.present', body: { unit, reason: reason() } } : null;
    }
    case 'turn.present':
      return { type: 'turn.absent', body: { unit: order.body.unit, from: 'waiting', reason: reason() } };
    case 'turn.move': {
      const waiting = agenda.filter((one) => one.stage === 'waiting');
      const was = waiting.findIndex((one) => one.unit === order.body.unit);
      const is = Math.min(order.body.to, waiting.length - 1);
      return was < 0 ? null : { type: 'turn.move', body: { unit: order.body.unit, from: is, to: was } };
    }
    case 'meeting.pause':
      return { type: 'meeting.resume', body: {} };
    case 'meeting.resume':
      return { type: 'meeting.pause', body: { note: meeting?.note ?? null } };
    case 'ceremony.beat':
      return { type: 'ceremony.beat', body: { from: order.body.to, to: order.body.from } };
    case 'clock.run':
      return { type: 'clock.run', body: { ...order.body, run: !order.body.run } };
    case 'clock.adjust':
      return { type: 'clock.adjust', body: { ...order.body, by: -order.body.by } };
    default:
      return null;
  }
}

function ofQuestion(order: Order, { questions = [] }: Partial<Slices>): Order | null {
  const asked = (order.body as Partial<CommandBody<'question.accept'>>).question;
  const was = questions.find((one) => one.id === asked);
  if (!was) return null;
  const question = was.id;
  const to = LEADS_TO[order.type];
  if (to !== undefined) return { type: 'question.return', body: { question, from: to } };
  switch (order.type) {
    case 'question.edit':
      return was.text === null
        ? null
        : { type: 'question.edit', body: { question, was: order.body.shown, shown: was.text } };
    case 'question.reorder':
      return {
        type: 'question.reorder',
        body: { question, from: order.body.to, to: placeInQueue(questions, question) },
      };
    case 'question.hand-on':
      return was.member === null
        ? null
        : { type: 'question.hand-on', body: { question, was: order.body.member, member: was.member } };
    default:
      return null;
  }
}

/** `before` is what was known when it was pressed, `n` the number of its entry. */
export function inverseOf(order: Order, before: Partial<Slices>, n: number): Order | null {
  // An id is made from its entry's number; a question that was put down wrongly is declined, nothing is wiped out.
  if (order.type === 'question.ask')
    return { type: 'question.decline', body: { question: `q${n}`, reason: words().undo.misheard } };
  return ofTurn(order, before) ?? ofQuestion(order, before);
}
