/**
 * J1, J2 · After a restore: what this phone was acknowledged and the journal no longer has is offered once more, under its
 * own id, so that it has no second effect where the journal has it after all. A ballot waits until its turn takes ballots
 * again; behind the lock the hub keeps it sealed and refuses it (B4), which the phone says like any refusal.
 */
import type { OutboxItem } from '../../live/outbox.svelte.ts';
import { keep, recall } from '../../live/keep.ts';
import type { Seat } from '../seat.svelte.ts';

const MEETING = 16;

/** Acknowledged by this meeting before it was restored: a line begins with its meeting, and with a restore it gets a new end. */
const isOlder = ({ state, line = '' }: OutboxItem, now: string): boolean =>
  state === 'accepted' && line !== now && line.slice(0, MEETING) === now.slice(0, MEETING);

/** Whether a turn decides on a ballot for its unit. Before that it would only say that it is too early. */
function decides(seat: Seat, unit: string): boolean {
  const turn = seat.turnOf(unit);
  return !!turn && !turn.absent && !/waiting|reporting|questioning/.test(turn.stage);
}

/** The body with which a ballot is offered again; null where the journal has it, or its time is not here. */
function ballotAgain(seat: Seat, { body, reply }: OutboxItem<'ballot.submit'>): object | null {
  const mine = seat.live.mine?.ballots ?? [];
  if (!seat.pass || !decides(seat, body.unit)) return null;
  if (mine.some(({ receipt }) => reply?.ok && receipt === reply.receipt)) return null;
  const counted = mine.find(({ unit, status }) => unit === body.unit && status !== 'late')?.revision ?? 0;
  // B2: what it replaced is lost as well. Where the journal has more, its own word stands: it knows the id, or something newer.
  return { ...body, replaces: Math.min(body.replaces, counted) };
}

function bodyAgain(seat: Seat, item: OutboxItem): object | null {
  const { mine } = seat.live;
  if (item.type === 'ballot.submit') return ballotAgain(seat, item as OutboxItem<'ballot.submit'>);
  if (item.type === 'question.ask') return item.body;
  const { unit } = item.body as { unit: string };
  return item.type === 'crowd.vote' && mine?.votes[unit] === undefined && decides(seat, unit)
    ? item.body
    : null;
}

/** Offers what can be offered now; to be called whenever something of the meeting has changed. */
export function offerAgain(seat: Seat): void {
  const { mine, mineLine } = seat.live;
  if (!mine) return;
  for (const item of seat.outbox.items) {
    const body = isOlder(item, mineLine) ? bodyAgain(seat, item) : null;
    if (body) seat.outbox.again({ ...item, body } as OutboxItem);
  }
}

const secretOf = (code: string): string => `dkc.pass.${code}`;
const askedOf = (line: string): string => `dkc.again.${line}`;

/**
 * I2: whether the pass of this phone came after the backup, so that the restored journal knows it as nobody's. It is enrolled
 * once more by the secret that the phone has kept.
 * @returns false where that is over and the pass is not here: it has to be scanned
 */
export async function enrolAgain(seat: Seat): Promise<boolean> {
  const { code, mineLine } = seat.live;
  const secret = recall(secretOf(code));
  if (secret === null || recall(askedOf(mineLine)) !== null) return false;
  keep(askedOf(mineLine), '1');
  return (await seat.live.send('pass.enrol', { secret })).ok;
}

/** Whether this phone had a pass when the meeting was restored. */
export const hadPass = (seat: Seat): boolean => recall(secretOf(seat.code)) !== null;
