/** 计分规则: the sheet of this meeting in words, so that the numbers can be followed without the software (S, K, B5). */
import { formatPoints } from '../../assessment/decimal.ts';
import { fullMarks } from '../../assessment/sheet.ts';
import type { Source, Table } from './table.ts';

const percent = (of: { of: number; outOf: number }): string => `${of.of}/${of.outOf}`;

function linesOf({ scoring, text }: Source): [string, string][] {
  const { rules } = text;
  const lines: [string, string][] = scoring.sheet.map((one) => [
    rules.criterion,
    one.by === 'crowd'
      ? rules.byCrowd(one.name, formatPoints(one.full))
      : rules.byExaminers(
          one.name,
          formatPoints(one.full),
          scoring.input === 'grades' ? null : formatPoints(one.step),
        ),
  ]);
  lines.push([rules.full, formatPoints(fullMarks(scoring))]);
  if (scoring.input === 'grades') {
    lines.push([
      rules.grades,
      scoring.grades.map(({ name, worth }) => rules.worth(name, formatPoints(worth))).join(text.joiner),
    ]);
  }
  lines.push(
    [
      rules.weights,
      scoring.categories
        .map(({ name, weight }) => rules.weight(name, formatPoints(weight)))
        .join(text.joiner),
    ],
    [
      rules.trim,
      scoring.trim && scoring.trim.drop > 0
        ? rules.trims[scoring.trim.of](scoring.trim.drop, scoring.trim.from)
        : rules.noTrim,
    ],
    [rules.mean, rules.means[scoring.empty]],
    [rules.quorum, rules.quorumOf(percent(scoring.quorum))],
  );
  if (scoring.crowd) {
    const worths = scoring.crowd.grades.map(({ name, worth }) => rules.worth(name, formatPoints(worth)));
    lines.push([rules.crowd, rules.crowdOf(worths.join(text.joiner), scoring.crowd.minimum)]);
  } else lines.push([rules.crowd, rules.crowdShown]);
  const ties = scoring.tieBreak.map((part) => rules.ties[part]);
  lines.push(
    [rules.deductions, rules.deductionsOf],
    [rules.rounding, rules.roundingOf],
    [rules.ranking, ties.length > 0 ? rules.rankingOf(ties) : rules.rankingShared],
    [
      rules.levels,
      scoring.levels.map(({ name, from }) => rules.level(name, formatPoints(from))).join(text.joiner),
    ],
  );
  return lines;
}

export function rulesTable(source: Source): Table {
  const { rules, sheets } = source.text;
  return {
    name: sheets.rules,
    columns: [
      { head: rules.columns.what, width: 20, kind: 'text' },
      { head: rules.columns.how, width: 100, kind: 'long' },
    ],
    rows: linesOf(source),
    notes: [rules.assumption],
  };
}
