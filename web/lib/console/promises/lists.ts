import type { QuestionView, Slices } from '$assessment/view.ts';

/** Q6: what a promise can answer: asked, and without one that stands; the question on stage first. */
export function askable({ questions, promises, stage }: Partial<Slices>, unit: string): QuestionView[] {
  const taken = new Set((promises ?? []).filter((one) => one.state === 'made').map((one) => one.question));
  const asked = (questions ?? []).filter(
    (one) => one.unit === unit && ['asked', 'answered', 'closed'].includes(one.state) && !taken.has(one.id),
  );
  const here = stage?.question?.id;
  return [...asked.filter(({ id }) => id === here), ...asked.filter(({ id }) => id !== here).reverse()];
}
