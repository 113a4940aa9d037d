/**
 * Q1, V1 · Pictures of a question: the photo that came with it, and the evidence that the answering unit attaches. Nothing
 * that a phone sends reaches the screen by itself: the host shows one picture of a question at a time.
 */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { MOST_EVIDENCE } from './evidence-limits.ts';
import { Id } from './fields.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { needOpen } from './phases.ts';
import { needPicture, PictureHash } from './pictures.ts';
import { questionIn, type Question } from './questions.ts';
import type { State } from './state.ts';

export interface Evidence {
  id: string;
  /** J6: null after a purge. */
  picture: string | null;
  /** The member's or presenter's pass. */
  pass: string;
  at: number;
}

export interface EvidenceState {
  /** Question id → what its unit attached, oldest first. */
  of: Map<string, Evidence[]>;
  /** Question id → what of it is on the screen: the id of an evidence, or `PHOTO`. */
  shown: Map<string, string>;
  /** Questions whose photo the host keeps to the organizers. */
  withheld: Set<string>;
}

export const emptyEvidence = (): EvidenceState => ({ of: new Map(), shown: new Map(), withheld: new Set() });

/** The photo of the question itself, where an evidence is named by its id. */
export const PHOTO = 'photo';

/** States in which a question is open to everybody and its unit prepares or gives the answer. */
const OPEN = ['accepted', 'queued', 'asked', 'answered'] as const;

const attachedTo = (state: State, question: string): Evidence[] => state.evidence.of.get(question) ?? [];

/** Every picture that the meeting names. */
export function picturesNamed(state: State): Set<string> {
  const all = new Set<string>();
  for (const { picture } of state.questions.all.values()) if (picture !== null) all.add(picture);
  for (const attached of state.evidence.of.values())
    for (const { picture } of attached) if (picture !== null) all.add(picture);
  return all;
}

/** The picture of this question that a host and a phone call by its hash. */
function nameOfPicture(state: State, question: Question, picture: string): string | null {
  if (question.picture === picture) return PHOTO;
  return attachedTo(state, question.id).find((one) => one.picture === picture)?.id ?? null;
}

/** What of a question is on the screen, by its hash. */
export function shownPicture(state: State, question: Question): string | null {
  const name = state.evidence.shown.get(question.id);
  if (name === undefined) return null;
  if (name === PHOTO) return question.picture;
  return attachedTo(state, question.id).find((one) => one.id === name)?.picture ?? null;
}

/** Whether the photo that came with a question may be opened wherever its text is read (V1). */
export const openPhoto = (state: State, question: Question): string | null =>
  state.evidence.withheld.has(question.id) ? null : question.picture;

const Which = v.object({ question: Id, picture: PictureHash });
type Which = v.InferOutput<typeof Which>;

/** @throws Refusal `forbidden` for whoever is not of the question's unit */
function needOfUnit(question: Question, actor: Actor): string {
  if (!('pass' in actor) || actor.pass.unit !== question.unit) refuse('forbidden');
  return actor.pass.id;
}

function decideAttach(state: State, which: Which, actor: Actor, context: Context): Entry[] {
  needOpen(state);
  const question = questionIn(state, which.question, ...OPEN);
  const pass = needOfUnit(question, actor);
  const attached = attachedTo(state, question.id);
  if (attached.some((one) => one.picture === which.picture)) return [];
  if (attached.length >= MOST_EVIDENCE) refuse('evidence-full', { most: MOST_EVIDENCE });
  needPicture(context, which.picture);
  const data = { id: `e${context.n}`, question: question.id, pass };
  return [{ type: 'evidence-attached', data, private: { picture: which.picture } }];
}

function decideRemove(state: State, which: Which, actor: Actor): Entry[] {
  needOpen(state);
  const question = questionIn(state, which.question);
  if (!HOSTS.includes(actor.role)) needOfUnit(question, actor);
  const found = attachedTo(state, question.id).find((one) => one.picture === which.picture);
  return found ? [{ type: 'evidence-removed', data: { question: question.id, evidence: found.id } }] : [];
}

function decideShow(state: State, { on, ...which }: Which & { on: boolean }): Entry[] {
  needOpen(state);
  const question = questionIn(state, which.question, ...(on ? OPEN : []));
  const picture = nameOfPicture(state, question, which.picture) ?? refuse('picture-unknown');
  // Another host kept it to the organizers meanwhile: it is opened before it is shown.
  if (on && picture === PHOTO && state.evidence.withheld.has(question.id)) refuse('overtaken');
  if ((state.evidence.shown.get(question.id) === picture) === on) return [];
  return [{ type: 'evidence-shown', data: { question: question.id, picture, on } }];
}

function decideWithhold(state: State, which: { question: string; on: boolean }): Entry[] {
  needOpen(state);
  const question = questionIn(state, which.question);
  if (question.picture === null) refuse('picture-unknown');
  if (state.evidence.withheld.has(question.id) === which.on) return [];
  return [{ type: 'photo-withheld', data: which }];
}

export const evidenceCommands = {
  'evidence.attach': command(['member', 'presenter'], Which, decideAttach),
  'evidence.remove': command(['member', 'presenter', ...HOSTS], Which, decideRemove),
  'evidence.show': command(HOSTS, v.object({ ...Which.entries, on: v.boolean() }), decideShow),
  /** The text may be fit for everybody where the photo is not. */
  'photo.withhold': command(HOSTS, v.object({ question: Id, on: v.boolean() }), decideWithhold),
};

type Attached = Omit<Evidence, 'picture' | 'at'> & { question: string; private?: { picture: string } };

export const evidenceFolds = {
  'evidence-attached': (state, { id, question, pass, private: secret }: Attached, { at }) => {
    const one: Evidence = { id, pass, picture: secret?.picture ?? null, at };
    state.evidence.of.set(question, [...attachedTo(state, question), one]);
  },
  'evidence-removed': (state, data: { question: string; evidence: string }) => {
    const left = attachedTo(state, data.question).filter((one) => one.id !== data.evidence);
    state.evidence.of.set(data.question, left);
    if (state.evidence.shown.get(data.question) === data.evidence) state.evidence.shown.delete(data.question);
  },
  'evidence-shown': (state, data: { question: string; picture: string; on: boolean }) => {
    if (data.on) state.evidence.shown.set(data.question, data.picture);
    else state.evidence.shown.delete(data.question);
  },
  'photo-withheld': (state, data: { question: string; on: boolean }) => {
    if (data.on) state.evidence.withheld.add(data.question);
    else state.evidence.withheld.delete(data.question);
    if (data.on && state.evidence.shown.get(data.question) === PHOTO)
      state.evidence.shown.delete(data.question);
  },
} satisfies Folds;
