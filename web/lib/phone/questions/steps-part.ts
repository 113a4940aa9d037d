import { text as steps } from './steps-text.ts';
import { text as questions } from './text.ts';

export { default } from './AskSteps.svelte';
export const text = {
  ready: async (): Promise<void> => {
    await Promise.all([questions.ready(), steps.ready()]);
  },
};
