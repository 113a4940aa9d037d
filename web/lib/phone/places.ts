/** Where on the phone page a person is. It stands in the address, so that a reload and the back gesture find it. */
import { goto } from '$app/navigation';

export type Place =
  | { name: 'stage' | 'ask' | 'records' | 'results' | 'questions' | 'vote' }
  | { name: 'ballot' | 'check' | 'sent'; unit: string };

const PLAIN = ['ask', 'records', 'results', 'questions', 'vote'] as const;
const OF_UNIT = ['ballot', 'check', 'sent'] as const;

export function placeOf(hash: string): Place {
  const [name = '', unit = ''] = hash.replace(/^#/, '').split('/');
  const plain = PLAIN.find((one) => one === name);
  if (plain) return { name: plain };
  const about = OF_UNIT.find((one) => one === name);
  return about && unit !== '' ? { name: about, unit } : { name: 'stage' };
}

export const hashOf = (place: Place): string =>
  'unit' in place ? `#${place.name}/${place.unit}` : `#${place.name}`;

/** @param instead the place that is left does not come back with the back gesture */
export function go(place: Place, instead = false): void {
  // eslint-disable-next-line svelte/no-navigation-without-resolve -- a hash is on this page, whatever the base path
  void goto(hashOf(place), { replaceState: instead });
}
