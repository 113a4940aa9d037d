/** What happened, in words: ids become names here, never in the hub. */
import type { HappeningView, Slices } from '$assessment/view.ts';
import { categoryName, memberOf } from '../questions/lists.ts';
import { words } from '../words.ts';

/** Who did it: an organizer by his role, an examiner by category and number, the crowd as one. */
export function whoDid(one: HappeningView, slices: Partial<Slices>, me: string): string {
  const t = words().lately;
  if (one.by.role === 'crowd') return t.crowd;
  if (one.by.id !== null) return one.by.id === me ? t.me : (t.roles[one.by.role] ?? one.by.role);
  if (one.category === null) return t.roles[one.by.role] ?? '';
  const number = slices.people?.passes.find((pass) => pass.id === one.pass)?.number ?? null;
  return t.examiner(categoryName(slices, one.category), number);
}

/** P1, Q2: of a promise by the question that it answers, which is what a host has in mind. */
function ofPromise(one: HappeningView, text: string): string | null {
  const t = words().lately;
  switch (one.type) {
    case 'promise-made':
      return t.promiseMade(text);
    case 'promise-changed':
      return t.promiseChanged(text);
    case 'promise-confirmed':
      return t.promiseConfirmed(text);
    case 'promise-objected':
      return t.promiseObjected(text);
    case 'promise-withdrawn':
      return t.promiseWithdrawn(text);
    default:
      return null;
  }
}

function ofQuestion(one: HappeningView, slices: Partial<Slices>): string {
  const t = words().lately;
  const question = slices.questions?.find(({ id }) => id === one.question);
  const text = question?.text ?? words().questions.purged;
  switch (one.type) {
    case 'question-asked':
      return t.asked(text);
    case 'question-moved':
      return t.moved(t.states[one.to ?? ''] ?? '', text);
    case 'question-merged':
      return t.merged(text);
    case 'question-returned':
      return t.returned(text);
    case 'question-edited':
      return t.edited(text);
    case 'question-handed-on':
      return t.handedOn(memberOf(slices, one.to)?.name ?? '', text);
    case 'hand-on-offered':
      return one.to === null
        ? t.handOnEnded(text)
        : t.handOnOffered(memberOf(slices, one.to)?.name ?? '', text);
    case 'hand-on-declined':
      return t.handOnDeclined(memberOf(slices, one.to)?.name ?? '', text);
    case 'question-on-stage':
      return t.onStage(text);
    default:
      return ofPromise(one, text) ?? t.answered(text);
  }
}

const STAGES = ['waiting', 'reporting', 'questioning', 'scoring', 'closing', 'locked', 'published'] as const;
type Stage = (typeof STAGES)[number];

function ofTurn(one: HappeningView, slices: Partial<Slices>): string {
  const t = words().lately;
  const unit = slices.agenda?.find((row) => row.unit === one.unit)?.name ?? '';
  if (one.type === 'unit-absent') return t.absent(unit);
  if (one.type === 'unit-present') return t.present(unit);
  if (one.type === 'turn-published') return t.published(unit);
  const [from, to] = [one.from as Stage, one.to as Stage];
  const name = words().stage.names[to];
  return STAGES.indexOf(to) < STAGES.indexOf(from) ? t.steppedBack(unit, name) : t.stepped(unit, name);
}

export function whatHappened(one: HappeningView, slices: Partial<Slices>): string {
  const t = words().lately;
  switch (one.type) {
    case 'meeting-phase':
      return one.to === 'live'
        ? t.opened
        : one.to === 'closed'
          ? t.closed
          : one.to === 'draft'
            ? t.draft
            : t.ready;
    case 'meeting-paused':
      return t.paused;
    case 'meeting-resumed':
      return t.resumed;
    case 'turn-stepped':
    case 'turn-published':
    case 'unit-absent':
    case 'unit-present':
      return ofTurn(one, slices);
    case 'help-asked':
      return one.on ? t.helpOn : t.helpOff;
    case 'help-done':
      return t.helped;
    case 'hand-raised':
      return one.on ? t.handUp : t.handDown;
    case 'ballot-accepted':
      return one.on ? t.ballotAgain : t.ballot;
    case 'draw-promised':
      return t.promised(words().draws.purposes[one.to as 'order']);
    case 'draw-done':
      return t.drawn;
    case 'draw-abandoned':
      return t.abandoned;
    case 'clock-run':
      return one.on ? t.clockOn : t.clockOff;
    case 'clock-adjusted':
      return t.seconds((one.ms ?? 0) / 1000);
    default:
      return ofQuestion(one, slices);
  }
}
