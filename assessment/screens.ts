/**
 * What the host tells the screens to show. It is journalled, so that a hub that was restarted and a wall whose computer
 * lost its power come back to it (J1). Told nothing, a screen follows the stage.
 */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { Id, line } from './fields.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import type { Pass } from './passes.ts';
import type { State } from './state.ts';

/**
 * `auto` follows the stage. `stage-facing` (返送屏) faces the one who speaks: what it shows is for the stage, so what all
 * screens are told passes it by. Each of the others stays until something else is told. `pause` is the picture of a
 * break: it stops no clock (A4).
 */
export const SHOWN = [
  'auto',
  'welcome',
  'agenda',
  'unit',
  'result',
  'standings',
  'promises',
  'message',
  'pause',
  'blank',
  'test',
  'stage-facing',
] as const;
export type ShownScene = (typeof SHOWN)[number];

export interface Show {
  scene: ShownScene;
  /** Whose `result`; null for the one that became public last, and with every other scene. */
  unit: string | null;
  /** Of a message; null with every other scene, and once texts were purged (J6). */
  text: string | null;
  /** Server time in ms since when it is told. */
  at: number;
}

export interface ScreensState {
  /** What every screen shows that was told nothing of its own, also one that connects later. */
  all: Show;
  /** Pass id → what that screen alone was told. */
  own: Map<string, Show>;
  /** Pass id → what people call the screen. */
  names: Map<string, string>;
}

const AUTO: Show = { scene: 'auto', unit: null, text: null, at: 0 };
export const emptyScreens = (): ScreensState => ({ all: AUTO, own: new Map(), names: new Map() });

/** Characters of a message: two lines that a square can read. */
const MESSAGE_LENGTH = 120;
/** Trimmed, of one line or two. */
const Message = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(MESSAGE_LENGTH),
  v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*(?:\n[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*)?$/u),
);

const ShowSchema = v.object({
  /** A screen's pass; null for all of them. */
  screen: v.nullable(Id),
  scene: v.picklist(SHOWN),
  unit: v.optional(v.nullable(Id)),
  text: v.nullable(Message),
});

/** What the screen with this pass is told. */
export const toldTo = ({ screens }: State, pass: string): Show => screens.own.get(pass) ?? screens.all;

/** @throws Refusal `screen-unknown`, `pass-revoked` */
export function screenOf(state: State, id: string): Pass {
  const pass = state.passes.all.get(id);
  if (pass?.kind !== 'screen') refuse('screen-unknown', { screen: id });
  if (pass.revoked) refuse('pass-revoked', { pass: id });
  return pass;
}

/** Whether every screen that `screen` means is told this already. */
function isTold({ screens }: State, screen: string | null, tells: Omit<Show, 'at'>): boolean {
  const same = (show: Show) =>
    show.scene === tells.scene && show.unit === tells.unit && show.text === tells.text;
  if (screen !== null) return same(screens.own.get(screen) ?? screens.all);
  return same(screens.all) && [...screens.own.values()].every((one) => one.scene === 'stage-facing');
}

function decideShow(state: State, { screen, ...tells }: v.InferOutput<typeof ShowSchema>): Entry[] {
  const { scene, text } = tells;
  const unit = tells.unit ?? null;
  if (screen !== null) screenOf(state, screen);
  // A square that faces the stage tells nobody anything: only a screen of its own can.
  if (screen === null && scene === 'stage-facing') refuse('screen-unknown');
  if ((scene === 'message') !== (text !== null)) refuse('malformed', { field: 'text' });
  if (unit !== null && scene !== 'result') refuse('malformed', { field: 'unit' });
  if (unit !== null && !state.roster.units.some(({ id }) => id === unit)) refuse('unit-unknown', { unit });
  if (isTold(state, screen, { scene, unit, text })) return [];
  const data = unit === null ? { screen, scene } : { screen, scene, unit };
  const entry: Entry = { type: 'screen-shown', data };
  return [text === null ? entry : { ...entry, private: { text } }];
}

export const screenCommands = {
  /** In every phase: a wall must not be stuck with a message when the meeting is over. */
  'screen.show': command(HOSTS, ShowSchema, decideShow),
  'screen.name': command(HOSTS, v.object({ screen: Id, name: line(12) }), (state, { screen, name }) => {
    screenOf(state, screen);
    if (state.screens.names.get(screen) === name) return [];
    return [{ type: 'screen-named', data: { screen }, private: { name } }];
  }),
};

type Shown = { screen: string | null; scene: ShownScene; unit?: string; private?: { text: string } };

export const screenFolds = {
  'screen-shown': ({ screens }, { screen, scene, unit, private: secret }: Shown, { at }) => {
    const show: Show = { scene, unit: unit ?? null, text: secret?.text ?? null, at };
    if (screen !== null) return void screens.own.set(screen, show);
    screens.all = show;
    for (const [pass, own] of screens.own) if (own.scene !== 'stage-facing') screens.own.delete(pass);
  },
  'screen-named': ({ screens }, data: { screen: string; private?: { name: string } }) => {
    if (data.private) screens.names.set(data.screen, data.private.name);
  },
} satisfies Folds;

/** A1: names and the screens that face the stage go along; what a rehearsal told the others stays behind. */
export function screensTaken({ screens }: State): Entry[] {
  const named = [...screens.names].map(([screen, name]): Entry => ({
    type: 'screen-named',
    data: { screen },
    private: { name },
  }));
  const facing = [...screens.own].filter(([, { scene }]) => scene === 'stage-facing');
  return [
    ...named,
    ...facing.map(([screen, { scene }]): Entry => ({ type: 'screen-shown', data: { screen, scene } })),
  ];
}
