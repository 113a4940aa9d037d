import type { MemberCodes } from '../../member-codes.ts';

export const codes: MemberCodes = {
  'evidence-full': (detail) => `This question has ${detail.most ?? 6} pictures already.`,
  'not-responsible': 'This is up to the member who is responsible for the question.',
  'no-offer': 'You were not asked to take over this question, or somebody has taken it over.',
  'promise-made': 'This question has a promise already. Change that one, or withdraw it first.',
  'promise-due': (detail) => `The day must be between ${detail.least ?? ''} and ${detail.most ?? ''}.`,
  'already-published': 'Already published.',
};
