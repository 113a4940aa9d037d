/** What is printed in which order: a stack is cut and handed out as one, and begins on a page of its own. */
import type { PassView } from '$assessment/view-people.ts';
import { shuffled } from './secrets.ts';

const A_PAGE = 8;

/** What can be chosen for printing: a kind of pass, or the examiners of one category. */
export function ofChoice(passes: readonly PassView[], choice: string): PassView[] {
  const category = choice.startsWith('category:') ? choice.slice('category:'.length) : null;
  return passes.filter((one) => (category === null ? one.kind === choice : one.category === category));
}

/**
 * I3: passes of nobody in particular lie in one shuffled stack for each category, so that neither number nor place
 * tells who drew which. Passes with a name follow one another without a gap.
 */
export function stacksOf(passes: readonly PassView[], shuffle: typeof shuffled = shuffled): PassView[][] {
  const ofNobody = passes.filter((one) => one.kind === 'examiner' && one.person === null);
  const others = passes.filter((one) => !ofNobody.includes(one));
  const categories = [...new Set(ofNobody.map((one) => one.category))];
  const stacks = categories.map((id) => shuffle(ofNobody.filter((one) => one.category === id)));
  return [others, ...stacks].filter((one) => one.length > 0);
}

export interface Sheet {
  passes: readonly PassView[];
  /** Place of its first pass within its stack, and the length of the stack. */
  from: number;
  all: number;
}

/** Stacks as pages of eight. */
export const sheetsOf = (stacks: readonly (readonly PassView[])[]): Sheet[] =>
  stacks.flatMap((stack) =>
    Array.from({ length: Math.ceil(stack.length / A_PAGE) }, (_, page) => ({
      passes: stack.slice(page * A_PAGE, (page + 1) * A_PAGE),
      from: page * A_PAGE + 1,
      all: stack.length,
    })),
  );
