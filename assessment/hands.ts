/** Q3 · Raised hands: an examiner who wants to ask aloud. They go down by themselves when the questioning is over. */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { Id } from './fields.ts';
import { command, refuse, type Folds } from './noun.ts';
import { needLive, needOpen } from './phases.ts';

export const handCommands = {
  'hand.raise': command(['examiner'], v.object({ on: v.boolean() }), (state, { on }, actor) => {
    needLive(state);
    if (!('pass' in actor)) refuse('forbidden');
    if (state.questions.hands.has(actor.pass.id) === on) return [];
    return [{ type: 'hand-raised', data: { pass: actor.pass.id, on } }];
  }),
  'hand.lower': command(HOSTS, v.object({ pass: Id }), (state, { pass }) => {
    needOpen(state);
    return state.questions.hands.has(pass) ? [{ type: 'hand-raised', data: { pass, on: false } }] : [];
  }),
};

export const handFolds = {
  'hand-raised': (state, data: { pass: string; on: boolean }) => {
    if (data.on) state.questions.hands.add(data.pass);
    else state.questions.hands.delete(data.pass);
  },
} satisfies Folds;
