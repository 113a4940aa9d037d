/** 各参评单位情况: a page for every unit that was judged: its score, how it came about, what was asked and promised. */
import type { Paragraph, Table } from 'docx';
import { formatPoints, formatScore } from '../../../assessment/decimal.ts';
import type { Ranked } from '../../../assessment/ranking.ts';
import { RATINGS } from '../../../assessment/questions.ts';
import { showsCategories } from '../../../assessment/view-standings.ts';
import { DEFAULT_CROWD_GRADES, fullMarks } from '../../../assessment/sheet.ts';
import { isPublic, type AskedQuestion, type Pledge } from '../../asked.ts';
import { waitsFor } from '../../tables/ranking.ts';
import { answererText, askerText, pledgeState } from '../../tables/questions.ts';
import { figure } from '../../tables/table.ts';
import { gap, heading1, heading2, prose } from '../prose.ts';
import type { WordText } from '../../text/index.ts';
import type { WordSource } from '../source.ts';
import { wordTable } from '../table.ts';

function ballotsText({ bundle, words }: WordSource, unit: string): string {
  const { eligible = 0, returned = 0 } = bundle.attendance.find((one) => one.unit === unit) ?? {};
  const count = (status: string): number =>
    bundle.ballots.filter((one) => one.unit === unit && one.status === status).length;
  return words.unit.ballots(eligible, returned, count('counted'), count('void'), count('late'));
}

function placeText(source: WordSource, { rank, score }: Ranked): string {
  const { text, words } = source;
  if (rank === null || score.score === null)
    return words.unit.notPlaced(score.why === null ? waitsFor(source) : text.why[score.why]);
  return words.unit.placed(rank, formatScore(score.score), score.level);
}

function votesText({ about, bundle, scoring, words }: WordSource, unit: string): string[] {
  const votes = bundle.crowd.find((one) => one.unit === unit)?.votes ?? {};
  const named = Object.entries(votes).filter(([, count]) => count > 0);
  if (named.length === 0) return [];
  const nameOf = (id: string) =>
    (scoring.crowd?.grades ?? DEFAULT_CROWD_GRADES).find((one) => one.id === id)?.name ?? id;
  const said = named.map(([id, count]) => words.unit.vote(nameOf(id), count));
  return [words.unit.votes(said, about.paperVotes[unit] ?? 0)];
}

/** S5, S10: the parts of the score, with what came off it. */
function partsTable({ scoring, text, words }: WordSource, { score }: Ranked): Table {
  const heads = words.unit.parts;
  const rows = scoring.sheet.map(({ id, name, full }) => [
    name,
    formatPoints(full),
    figure(score.parts[id] ?? null),
  ]);
  const { questioning, score: score_, deductions } = text.ranking.columns;
  if (score.questioning !== null) rows.push([questioning, '', figure(score.questioning)]);
  if (score.deductions > 0) rows.push([deductions, '', `−${formatPoints(score.deductions)}`]);
  rows.push([score_, formatPoints(fullMarks(scoring)), figure(score.score)]);
  return wordTable(
    [
      { head: heads.criterion, part: 40, align: 'left' },
      { head: heads.full, part: 20, align: 'middle' },
      { head: heads.points, part: 20, align: 'middle', kind: 'score' },
    ],
    rows,
  );
}

/** V4: no means where a small category would tell who gave what. */
function meansTable({ scoring, words }: WordSource, { score }: Ranked): Table {
  const heads = words.unit.means;
  const nameOf = (id: string) => scoring.categories.find((one) => one.id === id)?.name ?? id;
  return wordTable(
    [
      { head: heads.category, part: 40, align: 'left' },
      { head: heads.counted, part: 15, align: 'middle' },
      { head: heads.kept, part: 15, align: 'middle' },
      { head: heads.mean, part: 15, align: 'middle', kind: 'score' },
    ],
    score.categories.map(({ id, count, kept, mean }) => [
      nameOf(id),
      String(count),
      String(kept),
      figure(mean),
    ]),
  );
}

function questionLines({ questions, words }: WordSource, one: AskedQuestion, at: number): Paragraph[] {
  const say = words.unit;
  const who = answererText(one.member, questions);
  const ratings = one.ratings;
  const judged = ratings
    ? RATINGS.filter((rating) => ratings[rating] > 0).map((rating) =>
        say.rating(questions.ratings[rating], ratings[rating]),
      )
    : [];
  const asked = say.asked(one.text ?? questions.purged, askerText(one, questions));
  const answer = one.state === 'asked' ? say.notAnswered(who) : say.answered(who, judged);
  return [prose(words.item(at, asked)), ...(who === '' ? [] : [prose(answer)])];
}

function promiseLine({ questions, words }: WordSource, one: Pledge, at: number): Paragraph {
  const [year = '', month = '', day = ''] = one.due.split('-');
  const due = words.unit.due(year, Number(month), Number(day));
  const who = answererText(one.member, questions);
  const text = one.text ?? questions.purged;
  return prose(words.item(at, words.unit.promise(text, who, due, pledgeState(one, questions))));
}

const listHead = (text: string, words: WordText): Paragraph =>
  prose(`${text}${words.colon}`, { keepNext: true });

/** What was asked on stage and what was promised aloud; nothing that a host kept off the screen. */
function askedPart(source: WordSource, unit: string): Paragraph[] {
  const { asked, words } = source;
  const say = words.unit;
  const questions = asked.questions.filter(
    (one) => one.unit === unit && ['asked', 'answered', 'closed'].includes(one.state),
  );
  const pledges = asked.pledges.filter((one) => one.unit === unit && isPublic(one));
  return [
    ...(questions.length === 0 ? [prose(say.noQuestions)] : [listHead(say.questions, words)]),
    ...questions.flatMap((one, at) => questionLines(source, one, at + 1)),
    ...(pledges.length === 0 ? [prose(say.noPromises)] : [listHead(say.promises, words)]),
    ...pledges.map((one, at) => promiseLine(source, one, at + 1)),
  ];
}

function unitPart(source: WordSource, ranked: Ranked, at: number): (Paragraph | Table)[] {
  const { words, unitName } = source;
  const { unit, score } = ranked;
  const [heading, place] = [words.heading2(at, unitName(unit)), prose(placeText(source, ranked))];
  // The first one stands under the heading of the whole part.
  const top = heading2(heading, at === 1 ? {} : { pageBreakBefore: true });
  const lines = [ballotsText(source, unit), ...votesText(source, unit)].map((line) => prose(line));
  if (!score.valid) return [top, place, ...lines, ...askedPart(source, unit)];
  const means = showsCategories(score) ? [meansTable(source, ranked), gap()] : [prose(words.unit.small)];
  return [top, place, ...lines, partsTable(source, ranked), gap(), ...means, ...askedPart(source, unit)];
}

/** V1: the units whose turn is locked, best first, those without a place last. */
export function unitsPart(source: WordSource, at: number): (Paragraph | Table)[] {
  const { bundle, ranked, words } = source;
  const locked = ranked.filter(({ unit }) => bundle.attendance.some((one) => one.unit === unit));
  if (locked.length === 0) return [];
  return [
    heading1(words.heading1(at, words.headings.units), { pageBreakBefore: true }),
    ...locked.flatMap((one, index) => unitPart(source, one, index + 1)),
  ];
}
