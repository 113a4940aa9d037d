/** J6 · After a purge everything that is shown can still be made of what is left, and no word of a person is in it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { officialOpening } from '../../assessment/official.ts';
import type { State } from '../../assessment/state.ts';
import { asScreen } from '../../assessment/view-as-screen.ts';
import { AUDIENCES, mineOf, sliceOf, SLICES_OF, type Audience, type Slices } from '../../assessment/view.ts';
import { chooseScene } from '../../slides/choose.ts';
import { withCrowd } from '../reports/meetings.ts';
import { copyOpening } from '../../assessment/copy.ts';
import { KEEP_DAYS } from '../../assessment/privacy-times.ts';
import { privatePurged, purgeDue, whyNotPurged } from '../../assessment/privacy.ts';
import { folded, purged, refusalOf, type Meeting } from '../support/meeting.ts';
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

const DAY = 86_400_000;

it('J6 I7 owners say how long names are kept, in every phase; an official meeting and a copy keep as long', () => {
  const { owner, host, state } = setScene();
  expect(state.privacy.keepDays).toBe(KEEP_DAYS);
  expect(refusalOf(() => host.send('privacy.keep', { days: 1 }))).toBe('forbidden');
  host.send('meeting.close', {});
  owner.send('privacy.keep', { days: 90 });
  const info = { title: '又一场', place: '', date: '' };
  const openings = [
    officialOpening(state, { id: 'm2', code: '111111', head: { length: 1, head: 'x' } }),
    copyOpening(state, { id: 'm3', code: '222222', info }),
  ];
  for (const opening of openings) {
    const next = folded(opening.map((entry, at) => ({ ...entry, n: at + 1, at: 1, by: 'system:' })));
    expect(next.privacy).toMatchObject({ keepDays: 90, purged: null });
  }
});

it('J6 has a day once the meeting is over, none after the purge, and another when it was opened again', () => {
  const { owner, host, state, meeting } = setScene({ settings: { appealDays: 0 } });
  expect(whyNotPurged(state, false, meeting.now)).toBe('not-over');
  expect(whyNotPurged(state, true, meeting.now)).toBeNull();
  host.send('meeting.close', {});
  const { closedAt } = state.meeting;
  expect(purgeDue(state, closedAt)).toBe(meeting.now + KEEP_DAYS * DAY);
  const { line } = state.meeting;
  meeting.write([privatePurged('asked', 'another')], 'owner:o1');
  expect(state.meeting.line).not.toBe(line);
  expect(purgeDue(state, closedAt)).toBeNull();
  meeting.passes(DAY);
  owner.send('meeting.reopen', { reason: '有一票要补录' });
  expect(whyNotPurged(state, false, meeting.now)).toBe('not-over');
  host.send('meeting.close', {});
  expect(purgeDue(state, state.meeting.closedAt)).toBe(meeting.now + KEEP_DAYS * DAY);
});

it('J6 waits for an appeal', () => {
  const { host, state, meeting } = setScene({ settings: { appealDays: 3 } });
  host.send('meeting.close', {});
  expect(whyNotPurged(state, true, meeting.now)).toBe('appeal');
  expect(whyNotPurged(state, true, state.appeal.result!.until)).toBeNull();
});
