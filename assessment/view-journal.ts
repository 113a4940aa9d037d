/**
 * J, V1 · The journal as organizers may read it. Of each entry only what is named here leaves: no score of a ballot, no
 * rating, no vote, no secret of a draw that is still open, no device, and of a ballot no receipt beside its pass.
 * An entry that is not named here says its type and nothing else.
 */
import type { Head, Sealed } from './journal.ts';
import { RULES, type Facts, type JournalKind, type Rule } from './journal-told.ts';
import { unitName } from './roster.ts';
import type { State } from './state.ts';
import { organizerOf } from './view-count.ts';
import { nameOf } from './view-progress.ts';

export interface JournalPass {
  id: string;
  number: string;
  category: string | null;
  name: string | null;
}

export interface JournalLine {
  n: number;
  /** Server time in ms. */
  at: number;
  type: string;
  /** Null for a type that this version does not know. */
  kind: JournalKind | null;
  by: { role: string; name: string | null; pass: JournalPass | null };
  unit: { id: string; name: string } | null;
  pass: JournalPass | null;
  member: string | null;
  /** The text of the question; null where there is none, or where it was purged (J6). */
  question: string | null;
  facts: Facts;
  /** What somebody wrote: a reason, a note, a title. */
  text: string | null;
  /** J6: it had a private part, which was deleted. */
  purged: boolean;
  hash: string;
}

/** I3: in an anonymous meeting the console counts by category only, so a ballot and a rating name no pass. */
function unnamed(line: JournalLine): JournalLine {
  const only = (pass: JournalPass | null) => pass && { ...pass, id: '', number: '', name: null };
  return { ...line, pass: only(line.pass), by: { ...line.by, pass: only(line.by.pass) } };
}
const SECRET: ReadonlySet<string> = new Set(['ballot-accepted', 'ballot-late', 'wait-asked', 'answer-rated']);

function passNamed(state: State, id: string | null | undefined): JournalPass | null {
  // A device without a pass is a voice of the crowd: nobody's name, and no mark that could be followed (V1).
  if (!id || id.startsWith('@')) return null;
  const known = state.passes.all.get(id);
  if (!known) return { id, number: id, category: null, name: null };
  const category = state.scoring.categories.find((one) => one.id === known.category)?.name ?? null;
  return { id, number: known.number, category, name: nameOf(state, known) };
}

/** `host:o1`, `examiner:people-08@SESSION`, `crowd:@SESSION`, `system:`; the session stays here. */
function actorNamed(
  state: State,
  by: string,
  names: (organizer: string) => string | null,
): JournalLine['by'] {
  const role = by.slice(0, Math.max(0, by.indexOf(':')));
  const rest = organizerOf(by);
  const at = rest.indexOf('@');
  if (at >= 0) return { role, name: null, pass: passNamed(state, rest.slice(0, at)) };
  const listed = state.meeting.scrutineers.find(({ id }) => id === rest)?.name;
  return { role, name: rest === '' ? null : (names(rest) ?? (listed || rest)), pass: null };
}

const known = (type: string): Rule | undefined =>
  Object.prototype.hasOwnProperty.call(RULES, type) ? RULES[type as keyof typeof RULES] : undefined;

/** One entry in words' reach. `names` gives an organizer's name by his id; the rules know only the ids. */
export function journalLine(
  state: State,
  sealed: Sealed,
  names: (organizer: string) => string | null,
): JournalLine {
  const entry = JSON.parse(sealed.body) as {
    at: number;
    by: string;
    type: string;
    data: Record<string, unknown>;
    private?: string;
  };
  const secret = sealed.private ? (JSON.parse(sealed.private.body) as Record<string, unknown>) : {};
  const found = known(entry.type);
  const told = found?.tell(entry.data ?? {}, secret ?? {}, state) ?? {};
  const member = told.member == null ? undefined : state.roster.members.get(told.member);
  const asked = told.question == null ? undefined : state.questions.all.get(told.question);
  const line: JournalLine = {
    n: sealed.n,
    at: entry.at,
    type: entry.type,
    kind: found?.kind ?? null,
    by: actorNamed(state, entry.by, names),
    unit: told.unit == null ? null : { id: told.unit, name: unitName(state, told.unit) },
    pass: passNamed(state, told.pass),
    member: member?.name ?? null,
    question: asked?.text ?? null,
    facts: told.facts ?? {},
    text: told.text ?? null,
    purged: entry.private !== undefined && !sealed.private,
    hash: sealed.hash,
  };
  // Who takes a pass is still nobody when he asks for it: the pass says who he is.
  if (line.by.role === 'crowd' && line.kind === 'passes') line.by = { ...line.by, pass: line.pass };
  const secretly = state.meeting.settings.identity === 'anonymous' && SECRET.has(entry.type);
  return secretly ? unnamed(line) : line;
}

export interface JournalFilter {
  kind?: JournalKind | undefined;
  /** A unit's id. */
  unit?: string | undefined;
  /** A part of a name or of a pass's number. */
  person?: string | undefined;
  /** A part of anything that the line says. */
  text?: string | undefined;
}

const holds = (part: string, ...texts: (string | null)[]): boolean =>
  texts.some((one) => one?.toLowerCase().includes(part.toLowerCase()));

const namesIn = ({ by, pass: about, member }: JournalLine): (string | null)[] => [
  by.name,
  member,
  ...[by.pass, about].flatMap((one) =>
    one ? [one.name, `${one.category ?? ''} ${one.number}`, one.id] : [],
  ),
];

export function fits(line: JournalLine, { kind, unit: of, person, text }: JournalFilter): boolean {
  if (kind !== undefined && line.kind !== kind) return false;
  if (of !== undefined && line.unit?.id !== of) return false;
  if (person !== undefined && !holds(person, ...namesIn(line))) return false;
  return (
    text === undefined ||
    holds(text, line.unit?.name ?? null, line.question, line.text, line.type, ...namesIn(line))
  );
}

/** The newest entries before `before` that fit, and where to go on. */
export interface JournalPage {
  head: Head;
  /** A1: where the rehearsal stood when the meeting went official. */
  rehearsal: Head | null;
  lines: JournalLine[];
  /** What to ask for next; null where the beginning was reached. */
  next: number | null;
}
