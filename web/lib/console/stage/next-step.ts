/** What the one red button does now: read from the slices alone, so that two hosts see the same (A2, V2). */
import { standingOf } from '../appeal/appeal.ts';
import type { CommandBody, CommandType } from '$assessment/decide.ts';
import type { Slices } from '$assessment/view.ts';
import type { Stage } from '$assessment/turns.ts';

export type MainStep =
  | { kind: 'prepare' }
  | { kind: 'open' }
  | { kind: 'resume' }
  | { kind: 'step'; unit: string; name: string; from: Stage; to: Stage }
  | { kind: 'publish'; unit: string; name: string }
  | { kind: 'start'; unit: string; name: string; to: Stage }
  | { kind: 'ceremony' }
  | { kind: 'beat'; from: number; to: number }
  | { kind: 'close' }
  /** B6: the appeal period is over: an amendment or a count waits for somebody, or the result can be made final. */
  | { kind: 'settle' }
  | { kind: 'finalise' }
  | { kind: 'done' };

/** A command by its type and body. */
export type Order = { [T in CommandType]: { type: T; body: CommandBody<T> } }[CommandType];

/** What a step sends; null where it only leads somewhere. */
export function orderOf(step: MainStep): Order | null {
  switch (step.kind) {
    case 'open':
      return { type: 'meeting.open', body: {} };
    case 'resume':
      return { type: 'meeting.resume', body: {} };
    case 'step':
      return { type: 'turn.step', body: { unit: step.unit, from: step.from, to: step.to } };
    case 'start':
      return { type: 'turn.step', body: { unit: step.unit, from: 'waiting', to: step.to } };
    case 'publish':
      return { type: 'turn.publish', body: { unit: step.unit } };
    case 'ceremony':
      return { type: 'ceremony.start', body: {} };
    case 'beat':
      return { type: 'ceremony.beat', body: { from: step.from, to: step.to } };
    default:
      return null;
  }
}

/** The unit whose turn comes next. */
export const nextWaiting = ({ agenda }: Partial<Slices>) =>
  agenda?.find((one) => one.stage === 'waiting' && !one.absent) ?? null;

/** Locked units that the host may make public now (V2). */
export function publishable({ meeting, agenda, standings }: Partial<Slices>): string[] {
  if (!meeting || !agenda || !standings || meeting.settings.publish === 'ceremony') return [];
  const open = agenda.filter((one) => one.stage === 'locked');
  const confirmed = new Set(standings.locked.filter((one) => one.confirmed).map((one) => one.unit));
  const may = meeting.scrutineers === 0 ? open : open.filter((one) => confirmed.has(one.unit));
  const over = agenda.every((one) => one.stage === 'locked' || one.stage === 'published');
  const held = meeting.settings.publish === 'after-next' && !over ? open[open.length - 1]?.unit : undefined;
  return may.map((one) => one.unit).filter((unit) => unit !== held);
}

function betweenUnits(slices: Partial<Slices>): MainStep {
  const { meeting, agenda = [], standings } = slices;
  const [first] = publishable(slices);
  // After-next publishes by itself at each lock; only its last unit waits for the host.
  const over = agenda.every((one) => one.stage === 'locked' || one.stage === 'published');
  if (first !== undefined && (over || meeting?.settings.publish === 'at-once')) {
    return { kind: 'publish', unit: first, name: agenda.find((one) => one.unit === first)?.name ?? first };
  }
  const next = nextWaiting(slices);
  const to = meeting?.stages[1];
  if (next && to) return { kind: 'start', unit: next.unit, name: next.name, to };
  const ceremony = standings?.ceremony;
  if (meeting?.settings.publish === 'ceremony' && !ceremony && agenda.some((one) => one.stage === 'locked')) {
    return { kind: 'ceremony' };
  }
  if (ceremony && ceremony.at < ceremony.of) return { kind: 'beat', from: ceremony.at, to: ceremony.at + 1 };
  return { kind: 'close' };
}

/** B6: before the period is over there is nothing that must be done. */
function afterClosing(slices: Partial<Slices>, now: number): MainStep {
  const standing = standingOf(slices, now);
  if (standing.kind !== 'over' && standing.kind !== 'no-period') return { kind: 'done' };
  return { kind: standing.ready ? 'finalise' : 'settle' };
}

/** `now` is server time in ms; without it no time has run out. */
export function mainStep(slices: Partial<Slices>, now = 0): MainStep | null {
  const { meeting, stage } = slices;
  if (!meeting || !stage) return null;
  if (meeting.phase === 'draft') return { kind: 'prepare' };
  if (meeting.phase === 'ready') return { kind: 'open' };
  if (meeting.phase === 'paused') return { kind: 'resume' };
  if (meeting.phase === 'closed') return afterClosing(slices, now);
  if (stage.unit && stage.stage && stage.next) {
    return { kind: 'step', unit: stage.unit.id, name: stage.unit.name, from: stage.stage, to: stage.next };
  }
  return betweenUnits(slices);
}
