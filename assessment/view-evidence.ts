/** V1 · Pictures as an audience may see them: all to organizers, to a unit its own evidence, to everybody what is open. */
import type { PassKind } from './actors.ts';
import { openPhoto, shownPicture, type Evidence } from './evidence.ts';
import type { Pass } from './passes.ts';
import type { Question } from './questions.ts';
import type { State } from './state.ts';
import { nameOf } from './view-progress.ts';

/** An evidence as organizers see it. */
export interface EvidenceView {
  picture: string;
  /** Who attached it. */
  kind: PassKind;
  name: string | null;
  shown: boolean;
  at: number;
}

/** An evidence of one's own unit, on a member's or presenter's phone. */
export interface MyEvidence {
  question: string;
  picture: string;
  /** Whether the host shows it. */
  shown: boolean;
}

/** What organizers see of a question's pictures. */
export interface PicturesForHost {
  /** The photo is kept to the organizers. */
  withheld: boolean;
  /** Which picture is on the screen while the question is. */
  shown: string | null;
  evidence: EvidenceView[];
}

/** What of a question's pictures stands in a list; nothing where there is nothing, for each byte goes to every phone. */
export interface PicturesOf {
  /** Q1: the photo that came with it. */
  picture?: string;
  host?: PicturesForHost;
}

const attached = (state: State, question: string): (Evidence & { picture: string })[] =>
  (state.evidence.of.get(question) ?? []).flatMap((one) =>
    one.picture === null ? [] : [{ ...one, picture: one.picture }],
  );

export function picturesOf(state: State, question: Question, organizer: boolean): PicturesOf {
  const photo = organizer ? question.picture : openPhoto(state, question);
  const picture = photo === null ? {} : { picture: photo };
  if (!organizer) return picture;
  const shown = shownPicture(state, question);
  const evidence = attached(state, question.id).map((one): EvidenceView => {
    const pass = state.passes.all.get(one.pass);
    const name = pass ? nameOf(state, pass) : null;
    return {
      picture: one.picture,
      kind: pass?.kind ?? 'member',
      name,
      shown: one.picture === shown,
      at: one.at,
    };
  });
  return { ...picture, host: { withheld: state.evidence.withheld.has(question.id), shown, evidence } };
}

export function myEvidence(state: State, pass: Pass | null | undefined): MyEvidence[] {
  if (pass?.kind !== 'member' && pass?.kind !== 'presenter') return [];
  const questions = [...state.evidence.of.keys()].flatMap((id) => state.questions.all.get(id) ?? []);
  return questions
    .filter((one) => one.unit === pass.unit)
    .flatMap((one) =>
      attached(state, one.id).map(({ picture }) => ({
        question: one.id,
        picture,
        shown: shownPicture(state, one) === picture,
      })),
    );
}

const TOUCHES: ReadonlySet<string> = new Set(['evidence-attached', 'evidence-removed', 'evidence-shown']);

/** Passes whose own view an entry about evidence may have changed: all of the question's unit. */
export function unitOfEvidence(state: State, entry: { type: string; data: unknown }): string[] {
  if (!TOUCHES.has(entry.type)) return [];
  const unit = state.questions.all.get((entry.data as { question: string }).question)?.unit;
  return [...state.passes.all.values()]
    .filter((one) => one.unit === unit && one.unit !== null)
    .map((one) => one.id);
}
