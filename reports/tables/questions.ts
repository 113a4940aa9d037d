/** 提问: what was asked of whom, by which category, and how the answer was judged (Q1–Q5). */
import { RATINGS } from '../../assessment/questions.ts';
import type { Answerer, Asked, AskedQuestion, Pledge } from '../asked.ts';
import type { QuestionsText } from '../text/index.ts';
import type { Cell, Column, Table } from './table.ts';

export const answererText = (one: Answerer | null, text: QuestionsText): string =>
  one === null ? '' : one.name === null ? one.post : text.member(one.name, one.post);

export const askerText = ({ from, category }: AskedQuestion, text: QuestionsText): string =>
  category ?? text.askers[from];

export const pledgeState = ({ state, reason }: Pledge, text: QuestionsText): string =>
  state === 'withdrawn' && reason !== null ? text.withdrawn(reason) : text.pledges[state];

function stateText({ state, declined, mergedInto }: AskedQuestion, text: QuestionsText): string {
  if (state === 'declined' && declined !== null) return text.declined(declined);
  return state === 'merged' && mergedInto !== null ? text.merged(mergedInto) : text.states[state];
}

function columnsOf({ columns, ratings }: QuestionsText): Column[] {
  const first = 7;
  return [
    { head: columns.number, width: 6, kind: 'count' },
    { head: columns.unit, width: 20, kind: 'text' },
    { head: columns.question, width: 42, kind: 'long' },
    { head: columns.asker, width: 13, kind: 'text' },
    { head: columns.portfolio, width: 11, kind: 'text' },
    { head: columns.member, width: 23, kind: 'text' },
    { head: columns.state, width: 16, kind: 'text' },
    ...RATINGS.map((one): Column => ({ head: ratings[one], width: 7, kind: 'count' })),
    { head: columns.rated, width: 10, kind: 'count', sums: [first, first + RATINGS.length - 1] },
    { head: columns.support, width: 7, kind: 'count' },
    { head: columns.promises, width: 38, kind: 'long' },
  ];
}

function rowOf(one: AskedQuestion, pledges: readonly Pledge[], text: QuestionsText): Cell[] {
  const { ratings } = one;
  const own = pledges.filter(({ question }) => question === one.number);
  return [
    one.number,
    one.unitName,
    one.text ?? text.purged,
    askerText(one, text),
    one.portfolio ?? '',
    answererText(one.member, text),
    stateText(one, text),
    ...RATINGS.map((rating) => ratings?.[rating] ?? null),
    ratings === null ? null : RATINGS.reduce((sum, rating) => sum + ratings[rating], 0),
    one.support,
    own.map((p) => text.pledge(p.text ?? text.purged, p.due, pledgeState(p, text))).join('\n'),
  ];
}

export function questionsTable({ questions, pledges }: Asked, text: QuestionsText): Table {
  return {
    name: text.sheets.questions,
    columns: columnsOf(text),
    rows: questions.map((one) => rowOf(one, pledges, text)),
    notes: [...(questions.length === 0 ? [text.noQuestions] : []), text.who, text.when],
  };
}
