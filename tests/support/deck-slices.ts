/** What a screen has while unit A reports with a deck. */
import type { Slices } from '../../assessment/view.ts';
import { setScene } from './scene.ts';

type Now = NonNullable<NonNullable<Slices['deck']>['now']>;

export function slicesOf(more: Partial<Now> = {}, stage: 'reporting' | 'questioning' = 'reporting') {
  const { host, meeting } = setScene();
  host.stepsTo('A', stage);
  const now: Now = { id: 'd8', unit: 'A', page: 1, pages: 12, shown: true, file: 'ab'.repeat(32), ...more };
  const slice = <N extends keyof Slices>(name: N) => meeting.slice('screen', name);
  const slices: Partial<Slices> = {
    meeting: slice('meeting'),
    stage: slice('stage'),
    agenda: slice('agenda'),
    draws: slice('draws'),
    standings: slice('standings'),
    deck: { now, ahead: null },
  };
  return slices;
}
