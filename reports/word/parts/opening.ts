/** The title, what the report is of, and what for. */
import type { Paragraph } from 'docx';
import { blank, heading1, prose, subtitle, title } from '../prose.ts';
import type { WordSource } from '../source.ts';

export function opening(source: WordSource): Paragraph[] {
  const { bundle, about, scoring, words } = source;
  const { date, place } = about;
  const under = [date, place].filter(Boolean);
  const { result } = about;
  return [
    title(bundle.meeting.title),
    title(words.name),
    ...(under.length > 0 ? [subtitle(words.subtitle(under))] : []),
    ...(result === null ? [] : [subtitle(words.result(result.state, result.finalAt ?? result.until))]),
    blank(),
    heading1(words.heading1(1, words.headings.purpose)),
    prose(
      words.purpose(
        bundle.meeting.title,
        date,
        place,
        scoring.categories.map(({ name }) => name),
      ),
    ),
    ...(bundle.meeting.mode === 'rehearsal' ? [prose(words.rehearsalSaid)] : []),
    ...(about.demo ? [prose(words.demoSaid)] : []),
  ];
}
