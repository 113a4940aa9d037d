/**
 * J, V1 · What the journal's page is told of each type of entry. Only what is named here leaves: a type or a field that
 * nobody has thought of says nothing.
 */
import type { EntryType } from './decide.ts';
import type { State } from './state.ts';

export const JOURNAL_KINDS = [
  'meeting',
  'agenda',
  'questions',
  'promises',
  'ballots',
  'crowd',
  'passes',
  'publication',
  'amendments',
  'draws',
  'screens',
  'roster',
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

export type Facts = Record<string, string | number | boolean | null>;

/** What an entry says, by the ids in it. */
export interface Told {
  unit?: string | null;
  pass?: string | null;
  member?: string | null;
  question?: string | null;
  facts?: Facts;
  text?: string | null | undefined;
}

// The data of an entry may be of an older version: every field is looked for and none relied upon.
type Data = Record<string, unknown>;
type Tell = (data: Data, secret: Data, state: State) => Told;
export interface Rule {
  kind: JournalKind;
  tell: Tell;
}

const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const figure = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const nothing: Tell = () => ({});

const unit: Tell = (data) => ({ unit: word(data.unit) });
const unitBecause: Tell = (data, secret) => ({ unit: word(data.unit), text: word(secret.reason) });
const pass: Tell = (data) => ({ pass: word(data.pass) });
const passBecause: Tell = (data, secret) => ({ pass: word(data.pass), text: word(secret.reason) });

/** A question with its unit; further facts beside it. */
const question =
  (facts: (data: Data, secret: Data) => Omit<Told, 'question' | 'unit'> = () => ({})): Tell =>
  (data, secret, state) => {
    const id = word(data.question) ?? word(data.id);
    const known = id === null ? undefined : state.questions.all.get(id);
    return { question: id, unit: word(data.unit) ?? known?.unit ?? null, ...facts(data, secret) };
  };

const amendment: Tell = (data, _secret, state) => {
  const id = word(data.amendment);
  const known = id === null ? undefined : state.amendments.all.get(id);
  return { unit: known?.unit ?? null, pass: known?.pass ?? null, facts: { id, kind: known?.kind ?? null } };
};

/** A promise with its question and unit, and who is responsible for it. */
const promised =
  (facts: (data: Data) => Facts = () => ({})): Tell =>
  (data, secret, state) => {
    const known = state.promises.all.get(word(data.promise) ?? word(data.id) ?? '');
    return {
      unit: word(data.unit),
      question: word(data.question),
      member: word(data.member) ?? known?.member ?? null,
      text: word(secret.text) ?? word(secret.reason),
      facts: facts(data),
    };
  };

/** S9: what shall become of a deduction behind the publication. */
const correction: Tell = (data, _secret, state) => {
  const known = state.corrections.get(word(data.correction) ?? '');
  return { unit: known?.unit ?? null, facts: { points: known?.points ?? null } };
};

const draw: Tell = (data, secret, state) => {
  const purpose = state.draws.all.get(word(data.draw) ?? '')?.purpose ?? null;
  return {
    text: word(secret.reason),
    pass: word(data.pass),
    facts: { purpose, number: figure(data.number) },
  };
};

const rule = (kind: JournalKind, tell: Tell): Rule => ({ kind, tell });
const list = (key: string): Rule => rule('roster', (data) => ({ facts: { count: count(data[key]) } }));

export const RULES: Record<EntryType, Rule> = {
  'meeting-created': rule('meeting', ({ mode }) => ({ facts: { mode: word(mode) } })),
  'meeting-described': rule('meeting', ({ title }) => ({ text: word(title) })),
  'settings-set': rule('meeting', nothing),
  'meeting-phase': rule('meeting', ({ to }, { reason }) => ({
    facts: { to: word(to) },
    text: word(reason),
  })),
  'meeting-paused': rule('meeting', (_data, { note }) => ({ text: word(note) })),
  'meeting-resumed': rule('meeting', nothing),
  'scrutineers-set': rule('meeting', ({ ids }, { names }) => ({
    facts: { count: count(ids) },
    text: Object.values((names ?? {}) as object).join('、') || null,
  })),
  'checklist-ticked': rule('meeting', ({ item, done }) => ({
    facts: { item: word(item), done: done === true },
  })),
  'journal-restored': rule('meeting', nothing),
  'keep-days-set': rule('meeting', ({ days }) => ({ facts: { days: figure(days) } })),
  'private-purged': rule('meeting', ({ cause }) => ({ facts: { cause: word(cause) } })),
  'journal-moved': rule('meeting', nothing),
  'authority-started': rule('meeting', ({ down }) => ({ facts: { down: figure(down) } })),

  'scoring-set': rule('roster', nothing),
  'units-set': list('units'),
  'members-set': list('members'),
  'examiners-set': list('examiners'),
  'examiner-added': rule('roster', (_data, { name }) => ({ text: word(name) })),

  'passes-issued': rule('passes', ({ passes }) => ({ facts: { count: count(passes) } })),
  'pass-enrolled': rule('passes', pass),
  'handover-asked': rule('passes', pass),
  'handover-denied': rule('passes', pass),
  'pass-reissued': rule('passes', passBecause),
  'pass-checked-in': rule('passes', pass),
  'pass-checked-out': rule('passes', pass),
  'pass-revoked': rule('passes', passBecause),
  'pass-not-here': rule('passes', pass),
  'session-revoked': rule('passes', nothing),
  'kiosk-admitted': rule('passes', pass),
  'kiosk-released': rule('passes', pass),
  'recusal-declared': rule('passes', (data) => ({ pass: word(data.pass), unit: word(data.unit) })),

  'turn-stepped': rule('agenda', ({ unit: id, from, to, frozen }, { reason }) => ({
    unit: word(id),
    text: word(reason),
    facts: {
      from: word(from),
      to: word(to),
      eligible: figure((frozen as { eligible?: unknown } | undefined)?.eligible),
    },
  })),
  'unit-absent': rule('agenda', unitBecause),
  'unit-present': rule('agenda', unitBecause),
  'order-set': rule('agenda', ({ waiting }) => ({ facts: { count: count(waiting) } })),
  'clock-run': rule('agenda', ({ clock, run }) => ({ facts: { clock: word(clock), run: run === true } })),
  'clock-adjusted': rule('agenda', ({ clock, by }) => ({ facts: { clock: word(clock), by: figure(by) } })),

  'question-asked': rule(
    'questions',
    question(({ from, oral, asker }) => ({
      pass: from === 'examiner' ? word(asker) : null,
      facts: { from: word(from), oral: oral === true },
    })),
  ),
  'question-moved': rule(
    'questions',
    question(({ to }, { reason }) => ({ facts: { to: word(to) }, text: word(reason) })),
  ),
  'question-merged': rule('questions', question()),
  'question-edited': rule(
    'questions',
    question((_data, { shown }) => ({ text: word(shown) })),
  ),
  'question-reordered': rule(
    'questions',
    question(({ to }) => ({ facts: { to: figure(to) } })),
  ),
  'question-handed-on': rule(
    'questions',
    question(({ to }) => ({ member: word(to) })),
  ),
  'question-supported': rule(
    'questions',
    question(({ on }) => ({ facts: { on: on === true } })),
  ),
  'question-on-stage': rule('questions', question()),
  'question-answered': rule('questions', question()),
  'question-returned': rule('questions', question()),
  'evidence-attached': rule(
    'questions',
    question(({ pass: id }) => ({ pass: word(id) })),
  ),
  'evidence-removed': rule('questions', question()),
  'evidence-shown': rule(
    'questions',
    question(({ on }) => ({ facts: { on: on === true } })),
  ),
  'photo-withheld': rule(
    'questions',
    question(({ on }) => ({ facts: { on: on === true } })),
  ),
  'deck-attached': rule('agenda', ({ unit: id, pass: by, pages }, { name }) => ({
    unit: word(id),
    pass: word(by),
    facts: { pages: figure(pages) },
    text: word(name),
  })),
  'deck-removed': rule('agenda', unit),
  'deck-turned': rule('agenda', ({ unit: id, page, shown }) => ({
    unit: word(id),
    facts: { page: figure(page), shown: shown === true },
  })),
  'answer-rated': rule(
    'questions',
    question(({ pass: id }) => ({ pass: word(id) })),
  ),
  'ratings-shown': rule('questions', question()),
  'help-asked': rule('passes', ({ pass: id, on }, { reason }) => ({
    pass: word(id),
    facts: { on: on === true, reason: word(reason) },
  })),
  'help-done': rule('passes', pass),
  'hand-raised': rule('questions', ({ pass: id, on }) => ({ pass: word(id), facts: { on: on === true } })),

  'hand-on-offered': rule(
    'questions',
    question(({ to }) => ({ member: word(to), facts: { on: to !== null } })),
  ),
  'hand-on-declined': rule(
    'questions',
    question(({ to }) => ({ member: word(to) })),
  ),

  'promise-made': rule(
    'promises',
    promised(({ due, from }) => ({ due: word(due), from: word(from) })),
  ),
  'promise-changed': rule(
    'promises',
    promised(({ due }) => ({ due: word(due) })),
  ),
  'promise-confirmed': rule(
    'promises',
    promised(({ by }) => ({ by: word(by) })),
  ),
  'promise-objected': rule('promises', promised()),
  'promise-withdrawn': rule('promises', promised()),

  'ballot-accepted': rule('ballots', ({ unit: id, pass: by, revision, assisted }, secret) => ({
    unit: word(id),
    pass: word(by),
    facts: { revision: figure(revision), assisted: assisted === true },
    text: word(secret.assisted),
  })),
  'paper-issued': rule('ballots', (data) => ({ unit: word(data.unit), pass: word(data.pass) })),
  'paper-returned': rule('ballots', (data, { reason }) => ({
    unit: word(data.unit),
    pass: word(data.pass),
    text: word(reason),
  })),
  'paper-keyed': rule('ballots', (data) => ({
    unit: word(data.unit),
    pass: word(data.pass),
    facts: { status: word(data.status) },
  })),
  'ballot-late': rule('ballots', (data) => ({ unit: word(data.unit), pass: word(data.pass) })),
  'wait-asked': rule('ballots', ({ unit: id, pass: by, on }) => ({
    unit: word(id),
    pass: word(by),
    facts: { on: on === true },
  })),
  'crowd-voted': rule('crowd', unit),
  'crowd-paper-keyed': rule('crowd', unit),

  'amendment-proposed': rule('amendments', ({ id, unit: of, pass: by, kind }, { reason }) => ({
    unit: word(of),
    pass: word(by),
    facts: { id: word(id), kind: word(kind) },
    text: word(reason),
  })),
  'amendment-confirmed': rule('amendments', amendment),
  'amendment-withdrawn': rule('amendments', amendment),
  'deduction-set': rule('amendments', ({ unit: of, points }, { reason }) => ({
    unit: word(of),
    facts: { points: figure(points) },
    text: word(reason),
  })),
  'correction-proposed': rule('amendments', ({ unit: of, points }, { reason }) => ({
    unit: word(of),
    facts: { points: figure(points) },
    text: word(reason),
  })),
  'correction-confirmed': rule('amendments', correction),
  'correction-withdrawn': rule('amendments', correction),

  'screen-shown': rule('screens', ({ screen, scene }, { text }) => ({
    pass: word(screen),
    facts: { scene: word(scene) },
    text: word(text),
  })),
  'wifi-shown': rule('screens', ({ shown }, { ssid }) => ({
    facts: { shown: shown === true },
    text: word(ssid),
  })),
  'screen-named': rule('screens', ({ screen }, { name }) => ({ pass: word(screen), text: word(name) })),

  'draw-promised': rule('draws', ({ purpose, commitment, items }) => ({
    facts: { purpose: word(purpose), commitment: word(commitment), count: count(items) },
  })),
  'draw-done': rule('draws', draw),
  'draw-abandoned': rule('draws', draw),
  'questioner-passed-over': rule('draws', draw),

  'count-confirmed': rule('publication', unit),
  'turn-published': rule('publication', unit),
  'result-announced': rule('publication', ({ days, until, places }) => ({
    facts: { days: figure(days), until: figure(until), count: count(places) },
  })),
  'result-final': rule('publication', ({ early, places }, { reason }) => ({
    facts: { early: early === true, count: count(places) },
    text: word(reason),
  })),
  'ceremony-started': rule('publication', ({ places }) => ({ facts: { count: count(places) } })),
  'ceremony-beat': rule('publication', ({ from, to }) => ({ facts: { from: figure(from), to: figure(to) } })),
};
