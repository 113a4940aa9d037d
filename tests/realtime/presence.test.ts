import { describe, expect, it } from 'vitest';
import { Presence } from '../../realtime/presence.ts';

describe('B3 · whether a phone is online, asleep or offline', () => {
  it('B3 falls asleep with its last page that is seen, and says since when', () => {
    const presence = new Presence();
    presence.count('s', 'examiner', 1, 1000);
    presence.count('s', 'examiner', 1, 2000);
    presence.turned('s', false, 3000);
    expect([presence.asleep('s'), presence.live.since('s')]).toEqual([false, 1000]);
    presence.turned('s', false, 4000);
    expect([presence.online('s'), presence.asleep('s'), presence.live.since('s')]).toEqual([
      true,
      true,
      4000,
    ]);
    presence.turned('s', true, 5000);
    expect([presence.asleep('s'), presence.live.since('s')]).toEqual([false, 5000]);
  });

  it('B3 leaves with its last connection, asleep or not, and comes back awake', () => {
    const presence = new Presence();
    presence.count('s', 'examiner', 1, 1000);
    presence.turned('s', false, 2000);
    presence.count('s', 'examiner', -1, 3000, false);
    expect([presence.online('s'), presence.asleep('s'), presence.live.since('s')]).toEqual([
      false,
      false,
      3000,
    ]);
    presence.count('s', 'examiner', 1, 4000);
    expect([presence.online('s'), presence.asleep('s'), presence.live.since('s')]).toEqual([
      true,
      false,
      4000,
    ]);
    expect(presence.live.since('stranger')).toBeNull();
  });
});
