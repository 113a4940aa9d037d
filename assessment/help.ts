/**
 * “I need help” · Whoever bears a pass says from his seat that somebody should come; a host says when it is done.
 * V1: organizers and he himself see it, nobody else. It stays over a reload and over a change of phones (I2).
 */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { Id } from './fields.ts';
import { HELP_REASONS, type HelpReason } from './help-reasons.ts';
import { command, refuse, type Folds } from './noun.ts';
import { needOpen } from './phases.ts';
import type { State } from './state.ts';

export interface Help {
  /** Server time in ms since when he waits. */
  since: number;
  reason: HelpReason | null;
}

/** Pass id → what its bearer asked for, in the order in which they asked. */
export type HelpState = Map<string, Help>;
export const emptyHelp = (): HelpState => new Map();

/** Who waits for somebody, first come first. */
export const helpsOf = ({ help }: State): ({ pass: string } & Help)[] =>
  [...help].map(([pass, { since, reason }]) => ({ pass, since, reason }));

const Ask = v.object({ on: v.boolean(), reason: v.optional(v.nullable(v.picklist(HELP_REASONS)), null) });

export const helpCommands = {
  'help.ask': command(['examiner', 'member', 'presenter'], Ask, (state, { on, reason }, actor) => {
    needOpen(state);
    if (!('pass' in actor)) refuse('forbidden');
    const pass = actor.pass.id;
    const known = state.help.get(pass);
    const asked = { type: 'help-asked', data: { pass, on } };
    if (!on) return known ? [asked] : [];
    if (known && known.reason === reason) return [];
    // J6: that somebody cannot see well describes him.
    return [reason === null ? asked : { ...asked, private: { reason } }];
  }),
  'help.done': command(HOSTS, v.object({ pass: Id }), (state, { pass }) => {
    needOpen(state);
    return state.help.has(pass) ? [{ type: 'help-done', data: { pass } }] : [];
  }),
};

export const helpFolds = {
  'help-asked': (state, data: { pass: string; on: boolean; private?: { reason: HelpReason } }, { at }) => {
    const since = state.help.get(data.pass)?.since ?? at;
    if (data.on) state.help.set(data.pass, { since, reason: data.private?.reason ?? null });
    else state.help.delete(data.pass);
  },
  'help-done': (state, data: { pass: string }) => {
    state.help.delete(data.pass);
  },
} satisfies Folds;
