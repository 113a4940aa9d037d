/** 承诺事项: what will be done, by whom and by which day, and whether the questioner agreed (P1). */
import type { Asked } from '../asked.ts';
import type { QuestionsText } from '../text/index.ts';
import { answererText, pledgeState } from './questions.ts';
import type { Table } from './table.ts';

export function promisesTable({ questions, pledges }: Asked, text: QuestionsText): Table {
  const { columns } = text;
  const asked = new Map(questions.map((one) => [one.number, one.text]));
  return {
    name: text.sheets.promises,
    columns: [
      { head: columns.number, width: 6, kind: 'count' },
      { head: columns.unit, width: 20, kind: 'text' },
      { head: columns.promise, width: 44, kind: 'long' },
      { head: columns.responsible, width: 23, kind: 'text' },
      { head: columns.due, width: 13, kind: 'day' },
      { head: columns.confirmation, width: 26, kind: 'text' },
      { head: columns.from, width: 11, kind: 'text' },
      { head: columns.about, width: 10, kind: 'count' },
      { head: columns.question, width: 40, kind: 'long' },
    ],
    rows: pledges.map((one) => [
      one.number,
      one.unitName,
      one.text ?? text.purged,
      answererText(one.member, text),
      one.due,
      pledgeState(one, text),
      text.makers[one.from],
      one.question || null,
      asked.get(one.question) ?? text.purged,
    ]),
    notes: pledges.length === 0 ? [text.noPromises] : [],
  };
}
