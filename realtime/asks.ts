/** What a client may ask over its connection, in one table for all of them: of its own, each would have seven listeners. */
import type { Socket } from 'socket.io';
import type * as v from 'valibot';
import type { Caller } from './caller.ts';
import {
  AWAKE,
  AwakeSchema,
  COMMAND,
  CommandSchema,
  LOOK,
  LookSchema,
  PAIR,
  PairSchema,
  SHOWS,
  ShowsSchema,
  SYNC,
  SyncSchema,
  TURN_AWAY,
  TurnAwaySchema,
  type CommandMessage,
  type Looked,
  type Reply,
} from './protocol.ts';
import { refusal } from './refusal.ts';
import type { From } from './whereabouts.ts';

export interface Asked<T> {
  schema: v.GenericSchema<unknown, T>;
  /** A reply, or the promise of one. */
  answer(socket: Socket, caller: Caller, body: T): unknown;
}

/** What of it the hub answers itself. */
export interface Answers {
  command(caller: Caller, message: CommandMessage): Reply | Promise<Reply>;
  look(caller: Caller, secret: string): Looked;
  from(socket: Socket): From;
}

const asked = <T>(schema: Asked<T>['schema'], answer: Asked<T>['answer']): Asked<unknown> =>
  ({ schema, answer }) as Asked<unknown>;

/** By the name of the event. */
export function asksOf(hub: Answers): ReadonlyMap<string, Asked<unknown>> {
  const { command, look, from } = hub;
  return new Map([
    [COMMAND, asked(CommandSchema, (_socket, caller, message) => command(caller, message))],
    [
      SYNC,
      asked(SyncSchema, (socket, caller, { since }) => {
        // A whole view is the dearest thing that can be asked for, and an organizer's is the largest: nobody asks without end.
        if (caller.who.kind === 'organizer') caller.budget.take();
        if (!caller.budget.view()) return refusal('too-many', true);
        caller.channel.asks(socket, since);
        return { ok: true };
      }),
    ],
    [LOOK, asked(LookSchema, (_socket, caller, { secret }) => look(caller, secret))],
    [
      AWAKE,
      asked(AwakeSchema, (socket, caller, { awake }) => {
        caller.channel.awake(socket, awake);
        return { ok: true };
      }),
    ],
    [
      SHOWS,
      asked(ShowsSchema, (socket, caller, shows) => {
        const code = caller.channel.shows(socket, shows);
        return code === null ? { ok: true } : refusal(code, code === 'too-many');
      }),
    ],
    [PAIR, asked(PairSchema, (socket, caller, says) => caller.channel.pair(socket, says, from(socket)))],
    [
      TURN_AWAY,
      asked(TurnAwaySchema, (socket, caller, { code }) => {
        const no = caller.channel.turnAway(socket, code);
        return no === null ? { ok: true } : refusal(no);
      }),
    ],
  ]);
}
