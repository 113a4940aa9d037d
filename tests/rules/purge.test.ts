/** J6 · After a purge everything that is shown can still be made of what is left, and no word of a person is in it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { officialOpening } from '../../assessment/official.ts';
import type { State } from '../../assessment/state.ts';
import { asScreen } from '../../assessment/view-as-screen.ts';
import { AUDIENCES, mineOf, sliceOf, SLICES_OF, type Audience, type Slices } from '../../assessment/view.ts';
import { chooseScene } from '../../slides/choose.ts';
import { withCrowd } from '../reports/meetings.ts';
import { folded, purged, type Meeting } from '../support/meeting.ts';
import { setScene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';

/** Words that a walk puts into texts, names of files and of networks. */
const SAID = /告示|理由|改写|材料|问题|口令|广场\d|墙\d/;

const slices = (state: State, audience: Audience, { live }: Meeting): Partial<Slices> =>
  JSON.parse(
    JSON.stringify(
      Object.fromEntries(SLICES_OF[audience].map((name) => [name, sliceOf(state, audience, name, live)])),
    ),
  ) as Partial<Slices>;

/** Everything that leaves the server, as text; the screens' scenes are made of it as well. */
function shown(state: State, meeting: Meeting): string {
  const screen = slices(state, 'screen', meeting);
  expect(asScreen(slices(state, 'organizer', meeting))).toEqual(screen);
  for (const later of [0, 5_000, 30_000, 300_000])
    for (const pass of [null, 'screen-1']) chooseScene(screen, meeting.now + later, pass);
  const sessions = [...state.passes.bySession.keys(), 'nobody'];
  const mine = sessions.map((session) => mineOf(state, { kind: 'device', session }));
  return JSON.stringify([AUDIENCES.map((one) => slices(state, one, meeting)), mine]);
}

it('J6 V3 whatever happened, a purged meeting has every view and every scene, says no word, and can go official', () => {
  const walks = fc.array(fc.nat(0x7fff_ffff), { minLength: 1, maxLength: 400, size: 'max' });
  fc.assert(
    fc.property(walks, (seeds) => {
      const place = setScene({ scoring: withCrowd, units: ['A', 'B', 'C', 'D', 'E'] });
      const { meeting } = place;
      for (const seed of seeds) wander(place, seed);
      shown(meeting.state, meeting);
      const left = folded(purged(meeting.sealed()));
      expect(SAID.exec(shown(left, meeting))).toBeNull();
      for (const state of [meeting.state, left]) {
        if (!['draft', 'ready', 'closed'].includes(state.meeting.phase)) continue;
        const opening = officialOpening(state, { id: 'm2', code: '111111', head: { length: 1, head: 'x' } });
        shown(folded(opening.map((entry, at) => ({ ...entry, n: at + 1, at: 1, by: 'system:' }))), meeting);
      }
    }),
    { numRuns: 40 },
  );
});
