/** 过程: when it was, who was on stage in which order, who judged, what was drawn by lot, and by which rules. */
import type { Paragraph, Table } from 'docx';
import { rulesTable } from '../../tables/rules.ts';
import type { Cell } from '../../tables/table.ts';
import { gap, heading1, heading2, prose, together } from '../prose.ts';
import type { WordSource } from '../source.ts';
import { wordTable } from '../table.ts';

function whenText({ course, bundle, words }: WordSource): string {
  const { openedAt, closedAt, turns } = course;
  const say = words.course;
  const began = openedAt === null ? say.notOpened : say.opened(words.moment(openedAt));
  const ended = closedAt !== null ? say.closed(words.moment(closedAt)) : openedAt === null ? '' : say.open;
  return `${began}${ended}${say.units(bundle.units.length, turns.length)}`;
}

/** The order in which the units were on stage. */
function turnsTable({ course, words, unitName }: WordSource): Table {
  const { turns: heads, absent } = words.course;
  const at = (ms: number | null): Cell => (ms === null ? null : words.clock(ms));
  return wordTable(
    [
      { head: heads.place, part: 8, align: 'middle' },
      { head: heads.unit, part: 40, align: 'left' },
      { head: heads.began, part: 14, align: 'middle' },
      { head: heads.locked, part: 14, align: 'middle' },
      { head: heads.note, part: 14, align: 'middle' },
    ],
    course.turns.map((turn, place) => [
      place + 1,
      unitName(turn.unit),
      at(turn.began),
      at(turn.locked),
      turn.absent ? absent : '',
    ]),
  );
}

function stagesText({ course, words }: WordSource): string {
  const { step, timed, answer, span, stagesOf } = words.course;
  const { report, answer: each, scoring, grace } = course.times;
  const all = {
    reporting: timed(step.reporting, span(report)),
    questioning: answer(step.questioning, span(each)),
    scoring: timed(step.scoring, span(scoring)),
    closing: timed(step.closing, span(grace)),
  };
  const names = ['reporting', 'questioning', 'scoring', 'closing'] as const;
  return stagesOf(names.filter((one) => course.stages.includes(one)).map((one) => all[one]));
}

function examinersText({ course, words }: WordSource): string {
  const { category, examinersOf } = words.course;
  const sum = (key: 'invited' | 'came') => course.examiners.reduce((all, one) => all + one[key], 0);
  const parts = course.examiners.map(({ name, invited, came }) => category(name, invited, came));
  return examinersOf(sum('invited'), sum('came'), parts, course.identity === 'signed');
}

function lotsText({ course, words }: WordSource): string {
  const { drawn, abandoned, notDrawn } = words.course;
  const done = course.draws.filter((one) => !one.abandoned);
  const gone = course.draws.length - done.length;
  const last = done[done.length - 1];
  const how = last && last.number !== null ? drawn(last.commitment.slice(0, 16), last.number) : notDrawn;
  return gone > 0 ? `${how}${abandoned(gone)}` : how;
}

export function coursePart(source: WordSource, at: number): (Paragraph | Table)[] {
  const { about, course, words } = source;
  const say = words.course;
  const rules = rulesTable(source).rows.map(([what, how]): [string, string] => [String(what), String(how)]);
  return [
    heading1(words.heading1(at, words.headings.course)),
    heading2(words.heading2(1, say.when)),
    prose(whenText(source)),
    ...(course.turns.length > 0 ? [turnsTable(source), gap()] : []),
    heading2(words.heading2(2, say.stages)),
    prose(stagesText(source)),
    heading2(words.heading2(3, say.examiners)),
    prose(examinersText(source)),
    ...(about.scrutineers.length > 0 ? [prose(say.scrutineers(about.scrutineers))] : []),
    heading2(words.heading2(4, say.lots)),
    prose(lotsText(source)),
    heading2(words.heading2(5, say.rules)),
    ...together(rules, source.text.joiner, false).map(([what, how], index) =>
      prose(words.item(index + 1, words.tight(say.rule(what, how)))),
    ),
  ];
}
