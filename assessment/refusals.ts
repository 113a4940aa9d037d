/** Every code with which a command can be refused. Codes are for programs; the catalogues in `web/` say them in words. */
export const REFUSALS = [
  // the way in
  'revoked',
  'pass-moved',
  'forbidden',
  'id-reused',
  'malformed',
  'unknown-command',
  'too-late',
  'overtaken',
  // meeting
  'meeting-not-live',
  'meeting-closed',
  'wrong-phase',
  'not-ready',
  'official-already',
  // agenda
  'unit-unknown',
  'unit-in-use',
  'stage-moved',
  'stage-not-next',
  'turn-on-stage',
  'turn-locked',
  'turn-not-open',
  'unit-absent',
  'clock-missing',
  // sheet
  'sheet-invalid',
  'sheet-frozen',
  // roster and passes
  'category-unknown',
  'category-in-use',
  'person-unknown',
  'duplicate',
  'pass-unknown',
  'pass-revoked',
  'pass-in-use',
  'session-has-pass',
  'no-handover',
  'not-checked-in',
  'was-here',
  'anonymous',
  // ballots
  'recused',
  'superseded',
  'score-missing',
  'score-unknown-criterion',
  'score-out-of-range',
  'score-off-step',
  'score-not-a-grade',
  'ballot-unknown',
  'not-late',
  'ballot-given',
  'paper-issued',
  'paper-unknown',
  'paper-keyed',
  'kiosk-unknown',
  'kiosk-in-use',
  'kiosk-empty',
  'pass-in-kiosk',
  'amendment-unknown',
  'same-person',
  'amendment-pending',
  'not-scrutineer',
  // questions
  'question-unknown',
  'question-state',
  'questions-not-open',
  'rating-closed',
  'own-question',
  // pictures
  'picture-unknown',
  'evidence-full',
  // decks
  'deck-missing',
  'deck-unknown',
  'deck-not-now',
  'deck-away',
  // promises
  'not-responsible',
  'no-offer',
  'promise-unknown',
  'promise-made',
  'promise-state',
  'promise-due',
  'member-promised',
  // crowd
  'grade-unknown',
  'crowd-not-counted',
  // draws
  'draw-unknown',
  'draw-open',
  'nothing-to-draw',
  // screens
  'screen-unknown',
  'pairing-unknown',
  // publication
  'not-confirmed',
  'count-changed',
  'already-published',
  'not-locked',
  'ceremony',
  'result-final',
  'appeal-period',
  'appeal-open',
  'not-published',
  // the authority's own
  'retry',
  'internal',
  'busy',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

/** Refusals after which the same command may be sent again as it is. Every other one is final. */
export const RETRYABLE: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['retry', 'busy']);
