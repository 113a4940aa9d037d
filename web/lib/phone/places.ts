/** Where on the phone page a person is. It stands in the address, so that a reload and the back gesture find it. */
import { goto } from '$app/navigation';

export type Place =
  | { name: 'stage' | 'help' | 'ask' | 'records' | 'results' | 'questions' | 'vote' | 'team' }
  | { name: 'ballot' | 'check' | 'sent'; unit: string }
  | { name: 'promise' | 'promise-check' | 'hand-on'; question: string };

const PLAIN = ['help', 'ask', 'records', 'results', 'questions', 'vote', 'team'] as const;
const OF_UNIT = ['ballot', 'check', 'sent'] as const;
const OF_QUESTION = ['promise', 'promise-check', 'hand-on'] as const;

export function placeOf(hash: string): Place {
  const [name = '', id = ''] = hash.replace(/^#/, '').split('/');
  const plain = PLAIN.find((one) => one === name);
  if (plain) return { name: plain };
  const about = OF_UNIT.find((one) => one === name);
  if (about && id !== '') return { name: about, unit: id };
  const asked = OF_QUESTION.find((one) => one === name);
  return asked && id !== '' ? { name: asked, question: id } : { name: 'stage' };
}

export function hashOf(place: Place): string {
  const about = 'unit' in place ? place.unit : 'question' in place ? place.question : null;
  return about === null ? `#${place.name}` : `#${place.name}/${about}`;
}

/** @param instead the place that is left does not come back with the back gesture */
export function go(place: Place, instead = false): void {
  // eslint-disable-next-line svelte/no-navigation-without-resolve -- a hash is on this page, whatever the base path
  void goto(hashOf(place), { replaceState: instead });
}
