/** J1, J2 · The one door: a command is decided against the state, and entries are folded into it. */
import * as v from 'valibot';
import { actorOf, actorText, commandKey, whyOut, type Principal } from './actors.ts';
import { agendaCommands, agendaFolds } from './agenda.ts';
import { amendmentCommands, amendmentFolds } from './amendments.ts';
import { appealFolds } from './appeal.ts';
import { arrivalCommands, arrivalFolds } from './arrivals.ts';
import { answerCommands, answerFolds } from './answers.ts';
import { assistedCommands } from './assisted.ts';
import { ballotCommands, ballotFolds } from './ballots.ts';
import { canonical } from './canonical.ts';
import { ceremonyCommands, ceremonyFolds } from './ceremony.ts';
import { checklistCommands, checklistFolds } from './checklist.ts';
import { correctionCommands, correctionFolds } from './corrections.ts';
import { crowdPaperCommands, crowdPaperFolds } from './crowd-paper.ts';
import { crowdCommands, crowdFolds } from './crowd.ts';
import { deckCommands, deckFolds } from './deck.ts';
import { drawCommands, drawFolds } from './draws.ts';
import { evidenceCommands, evidenceFolds } from './evidence.ts';
import { finaliseCommands, finaliseFolds } from './finalise.ts';
import { handCommands, handFolds } from './hands.ts';
import { handOnCommands, handOnFolds } from './hand-on.ts';
import { helpCommands, helpFolds } from './help.ts';
import { hashText, type Draft, type HashText, type Recorded } from './journal.ts';
import { latelyFold } from './lately.ts';
import { kioskCommands, kioskFolds } from './kiosks.ts';
import { meetingCommands, meetingFolds } from './meeting.ts';
import {
  Refusal,
  refuse,
  type CommandRule,
  type Context,
  type Decision,
  type Detail,
  type Folds,
} from './noun.ts';
import { moderationCommands, moderationFolds } from './moderation.ts';
import { pairingCommands } from './pairing.ts';
import { paperCommands, paperFolds } from './papers.ts';
import { passCommands, passFolds } from './passes.ts';
import { privacyCommands, privacyFolds } from './privacy.ts';
import { promiseCommands, promiseFolds } from './promises.ts';
import { publicationCommands, publicationFolds } from './publication.ts';
import { questionCommands, questionFolds } from './questions.ts';
import type { RefusalCode } from './refusals.ts';
import { rosterCommands, rosterFolds } from './roster.ts';
import { screenCommands, screenFolds } from './screens.ts';
import { clockCommands, clockFolds } from './stage-clocks.ts';
import { scrutineerCommands, scrutineerFolds } from './scrutineers.ts';
import type { Done, State } from './state.ts';
import { wifiCommands, wifiFolds } from './wifi.ts';

export const COMMANDS = {
  ...meetingCommands,
  ...privacyCommands,
  ...scrutineerCommands,
  ...rosterCommands,
  ...passCommands,
  ...arrivalCommands,
  ...agendaCommands,
  ...clockCommands,
  ...questionCommands,
  ...moderationCommands,
  ...answerCommands,
  ...evidenceCommands,
  ...deckCommands,
  ...handCommands,
  ...handOnCommands,
  ...promiseCommands,
  ...helpCommands,
  ...ballotCommands,
  ...assistedCommands,
  ...kioskCommands,
  ...paperCommands,
  ...amendmentCommands,
  ...correctionCommands,
  ...crowdCommands,
  ...crowdPaperCommands,
  ...drawCommands,
  ...publicationCommands,
  ...finaliseCommands,
  ...ceremonyCommands,
  ...checklistCommands,
  ...screenCommands,
  ...pairingCommands,
  ...wifiCommands,
};

export type CommandType = keyof typeof COMMANDS;
/** The body of a command as it is sent. */
export type CommandBody<T extends CommandType> = v.InferInput<(typeof COMMANDS)[T]['body']>;

/** A command as a client sends it: its own id, a type, a body of the type's shape. */
export interface Command {
  id: string;
  type: string;
  body: unknown;
  /** Server time (ms) after which it shall do nothing: a host's press must not fire a minute later by surprise. */
  until?: number | undefined;
}

/** The journal of a meeting whose rules have changed names is read with the folds of its time. */
const FOLDS = {
  ...meetingFolds,
  ...privacyFolds,
  ...scrutineerFolds,
  ...rosterFolds,
  ...passFolds,
  ...arrivalFolds,
  ...agendaFolds,
  ...clockFolds,
  ...questionFolds,
  ...moderationFolds,
  ...answerFolds,
  ...evidenceFolds,
  ...deckFolds,
  ...handFolds,
  ...handOnFolds,
  ...promiseFolds,
  ...helpFolds,
  ...ballotFolds,
  ...kioskFolds,
  ...paperFolds,
  ...amendmentFolds,
  ...correctionFolds,
  ...crowdFolds,
  ...crowdPaperFolds,
  ...drawFolds,
  ...publicationFolds,
  ...appealFolds,
  ...finaliseFolds,
  ...ceremonyFolds,
  ...checklistFolds,
  ...screenFolds,
  ...wifiFolds,
};
/** Every entry that the rules write; the journal's page has words for each (`view-journal.ts`). */
export type EntryType = keyof typeof FOLDS;
export const ENTRY_TYPES = Object.keys(FOLDS) as readonly EntryType[];

/** What became of a command. `entries` are to be journalled even where it was refused (B4). */
export interface Outcome {
  entries: Draft[];
  refused: { code: RefusalCode; detail: Detail } | null;
  receipt: string | null;
  /** True where the same command was answered before (J2): nothing is journalled. */
  repeated: boolean;
  /** Number of the command's last entry. */
  n: number;
  /** What a rule threw unforeseen, for the log. */
  cause?: unknown;
}

const refusal = (code: RefusalCode, detail: Detail = {}): Outcome => ({
  entries: [],
  refused: { code, detail },
  receipt: null,
  repeated: false,
  n: 0,
});

/** J2: a text that is the same for the same command only; `salt` keeps it from telling what was said (J6). */
export const printOf = (salt: string, { type, body }: Command, hash: HashText = hashText): string =>
  hash(`${salt}:${canonical([type, body])}`).slice(0, 32);

/** What JSON can carry and UTF-8 cannot (half a character) has no print and could not be stored. */
function printOrRefuse(salt: string, command: Command, hash?: HashText): string {
  try {
    return printOf(salt, command, hash);
  } catch {
    return refuse('malformed', { field: '' });
  }
}

function ruleOf(type: string): CommandRule | undefined {
  return Object.prototype.hasOwnProperty.call(COMMANDS, type)
    ? ((COMMANDS as Record<string, unknown>)[type] as CommandRule)
    : undefined;
}

function again(known: Done, print: string): Outcome {
  if (known.print !== print) return refusal('id-reused');
  const detail: Detail = known.receipt === null ? {} : { receipt: known.receipt };
  const refused = known.refused === null ? null : { code: known.refused, detail };
  return { entries: [], refused, receipt: known.receipt, repeated: true, n: known.n };
}

/**
 * J2: authenticate → look the id up → apply the rules. Changes nothing; fold the entries to make them true.
 * Never throws: what a rule throws unforeseen is `internal`, and that command fails alone.
 */
export function decide(
  state: State,
  command: Command,
  who: Principal,
  context: Context,
  salt: string,
): Outcome {
  try {
    return decideOrThrow(state, command, who, context, salt);
  } catch (error) {
    if (error instanceof Refusal) return refusal(error.code, error.detail);
    return { ...refusal('internal'), cause: error };
  }
}

function decideOrThrow(
  state: State,
  command: Command,
  who: Principal,
  context: Context,
  salt: string,
): Outcome {
  const actor = actorOf(state, who) ?? refuse(whyOut(state, who));
  const by = actorText(actor);
  const print = printOrRefuse(salt, command, context.hash);
  const key = commandKey(by, command.id);
  const known = state.commands.get(key) ?? context.earlier?.(key);
  if (known) return again(known, print);
  if (command.until !== undefined && context.now > command.until) refuse('too-late');
  const rule = ruleOf(command.type) ?? refuse('unknown-command');
  if (!rule.by.includes(actor.role)) refuse('forbidden');
  const body = v.safeParse(rule.body, command.body);
  if (!body.success) refuse('malformed', { field: v.getDotPath(body.issues[0]) ?? '' });
  const decided = rule.decide(state, body.output, actor, context);
  const { entries, refused }: Decision = Array.isArray(decided) ? { entries: decided } : decided;
  const drafts = entries.map((entry): Draft => ({
    ...entry,
    at: context.now,
    by,
    command: { id: command.id, print },
  }));
  if (refused && drafts[0]) drafts[0].data = { ...(drafts[0].data as object), refused: refused.code };
  const receipt = receiptOf(drafts[0]);
  return {
    entries: drafts,
    refused: refused ?? null,
    receipt,
    repeated: false,
    n: state.length + drafts.length,
  };
}

function receiptOf(draft: Draft | undefined): string | null {
  const receipt = (draft?.data as { receipt?: unknown } | undefined)?.receipt;
  return typeof receipt === 'string' ? receipt : null;
}

/** J2: what became of a command, after one more of its entries; they follow one another in the journal. */
export function doneAfter(before: Done | null, entry: Recorded, print: string): Done {
  const refused = (entry.data as { refused?: RefusalCode }).refused ?? before?.refused ?? null;
  return { print, n: entry.n, receipt: before?.receipt ?? receiptOf(entry), refused };
}

/** J1: makes an entry true. Deterministic; changes `state` in place; an unknown type changes only the length. */
export function fold(state: State, entry: Recorded): State {
  const data =
    entry.private === undefined ? entry.data : { ...(entry.data as object), private: entry.private };
  (FOLDS as Folds)[entry.type]?.(state, data, { n: entry.n, at: entry.at, by: entry.by });
  latelyFold(state, entry);
  state.length = entry.n;
  state.at = entry.at;
  if (entry.command) {
    const key = commandKey(entry.by, entry.command.id);
    state.commands.set(key, doneAfter(state.commands.get(key) ?? null, entry, entry.command.print));
  }
  return state;
}
