import type { Detail } from '../../../../assessment/noun.ts';
import type { Names } from '../../index.ts';
import { weak } from './people.ts';

import type * as ZhModule from '../zh-CN/problems.ts';

type Zh = typeof ZhModule;

const unitOf = (detail: Detail, names?: Names): string => {
  const name = names?.unit?.(String(detail.unit));
  return name === undefined ? 'A unit' : `“${name}”`;
};

const codes: Zh['problems']['codes'] = {
  revoked: 'You are no longer signed in. Please sign in again.',
  forbidden: 'Your role may not do this.',
  malformed: (detail) =>
    detail.field
      ? `One entry is not right (${detail.field}); nothing was saved.`
      : 'One entry is not right; nothing was saved.',
  'not-ready': (detail) =>
    detail.field === 'units'
      ? 'There are no units yet; the meeting cannot be ready.'
      : 'The sheet still has errors; the meeting cannot be ready.',
  'not-checked-in': 'This examiner is not present.',
  'stage-moved':
    'Somebody else has just moved the meeting on, so this was not done. Please look at the stage and try again.',
  'question-state': 'Somebody else has just dealt with this question; nothing was done.',
  overtaken: 'Somebody else has just changed this; nothing was done. Please look before you go on.',
  'wrong-phase': 'The meeting has just changed, or does not allow this now. Nothing was done.',
  'draw-unknown': 'Somebody else has just finished or abandoned this draw.',
  'turn-on-stage': (detail, names) => `${unitOf(detail, names)} is still on stage; please finish it first.`,
  'unit-absent': (detail, names) => `${unitOf(detail, names)} is marked absent.`,
  'unit-in-use': (detail, names) =>
    `${unitOf(detail, names)} was on stage or has ballots and cannot be removed.`,
  'turn-locked': 'This unit is locked and can no longer be changed.',
  'turn-not-open': 'This unit is not at that stage now; nothing was done.',
  'pass-in-use': (detail, names) =>
    detail.unit === undefined
      ? 'This person still has a valid pass; revoke it first.'
      : `${unitOf(detail, names)} still has valid passes; revoke them before you remove the unit.`,
  'pass-unknown': 'There is no such pass.',
  'pass-revoked': 'This pass was revoked.',
  'no-handover': 'This request to change phones was withdrawn or dealt with.',
  'draw-open': 'The last draw is not finished; draw or abandon it first.',
  'not-confirmed': (detail, names) =>
    `The scrutineer has not confirmed the count of ${unitOf(detail, names)}; it cannot be ${detail.final ? 'final' : 'published'}.`,
  'not-locked': 'Some units are not locked yet.',
  ceremony: (detail) =>
    detail.begun === undefined
      ? 'It cannot be published this way now: the way of publishing or the state of the ceremony forbids it.'
      : 'The ceremony has begun and no place may change: no deduction, no amendment.',
  'same-person': 'Who proposed an amendment cannot confirm it.',
  'weak-password': (detail) => weak(String(detail.problem ?? 'short'), Number(detail.least ?? 10)),
};

export const problems: Zh['problems'] = {
  offline: 'There is no network and nothing was done. Please do it again when the line is back.',
  codes,
};
