/**
 * I1 · A wall without a keyboard becomes a screen: it shows a short code that the hub chose, a host compares it with what
 * stands on the wall, and the wall's session gets a pass whose secret nobody ever had. The waiting itself is no part of
 * the journal; which session shows a code is handed in (docs/decisions/0015).
 */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { base64url } from './base64url.ts';
import { Id, line } from './fields.ts';
import { command, refuse, type Context, type Entry } from './noun.ts';
import type { Issue, Pass } from './passes.ts';
import { screenOf } from './screens.ts';
import type { State } from './state.ts';

/** No two of these look alike on a wall, none hangs below the line or is so wide that four do not fit, and no word comes of them. */
export const PAIRING_LETTERS = '34679CDFHJKNPRTXY';
export const PAIRING_LENGTH = 4;
const Code = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.regex(new RegExp(`^[${PAIRING_LETTERS}]{${PAIRING_LENGTH}}$`)),
);

const PairSchema = v.object({
  code: Code,
  /** The pass of a screen that this wall is again, such as after its storage was cleared; null for a new one. */
  screen: v.nullable(Id),
  name: v.nullable(line(12)),
});

/** The next free number of a screen; a revoked pass keeps its own, so that a name never means two walls. */
function nextScreen({ passes }: State): Pick<Pass, 'id' | 'number'> {
  let n = 1;
  while (passes.all.has(`screen-${n}`)) n += 1;
  return { id: `screen-${n}`, number: String(n) };
}

/** A pass with a hash that is no secret's: it can be moved by a host and revoked, and never be scanned. */
function issued(state: State, random: Context['random']): Issue {
  const free = { category: null, person: null, unit: null };
  return { ...nextScreen(state), kind: 'screen', ...free, hash: base64url(random(32)) };
}

/** @throws Refusal `pairing-unknown` where no wall shows the code (any more), `screen-unknown`, `pass-revoked` */
function decidePair(
  state: State,
  { code, screen, name }: v.InferOutput<typeof PairSchema>,
  context: Context,
): Entry[] {
  const session = context.wall(code) ?? refuse('pairing-unknown', { code });
  const { bySession, revokedSessions } = state.passes;
  if (bySession.has(session) || revokedSessions.has(session)) refuse('pairing-unknown', { code });
  const made = screen === null ? issued(state, context.random) : null;
  const pass = made?.id ?? screenOf(state, screen ?? '').id;
  const entries: Entry[] = made ? [{ type: 'passes-issued', data: { passes: [made] } }] : [];
  entries.push({ type: 'pass-enrolled', data: { pass, session } });
  if (name !== null && state.screens.names.get(pass) !== name)
    entries.push({ type: 'screen-named', data: { screen: pass }, private: { name } });
  return entries;
}

export const pairingCommands = {
  /** In every phase: a wall whose computer was changed after the close shows the ranking, too. */
  'screen.pair': command(HOSTS, PairSchema, (state, body, _actor, context) =>
    decidePair(state, body, context),
  ),
};
