import { describe, expect, it } from 'vitest';
import { AT_EASE, paceOf } from '../../realtime/pace.ts';
import { Room } from '../../realtime/rooms.ts';
import { setScene } from '../support/scene.ts';

describe('the pace of frames', () => {
  it('lets twenty small frames a second through to organizers, and of large ones about a megabyte', () => {
    expect(1000 / paceOf('organizer', AT_EASE, 4000)).toBeGreaterThan(18);
    const large = 450_000;
    expect((1000 / paceOf('organizer', { ...AT_EASE, crowd: 2000 }, large)) * large).toBeLessThan(1_000_000);
    expect(paceOf('crowd', { ...AT_EASE, crowd: 5000 }, 0)).toBe(1200);
  });

  it('goes by the size of the last frame to the whole room', () => {
    const { meeting, state, host, examiners } = setScene();
    const room = new Room('organizer');
    room.catchUp(state, meeting.live, meeting.now, null);
    expect(room.size).toBe(0);
    host.stepsTo('A', 'scoring');
    room.next(state, meeting.live, meeting.now);
    examiners[0]?.submits('A', 0.8);
    const frame = room.next(state, meeting.live, meeting.now);
    expect(room.size).toBe(JSON.stringify([frame?.slices, frame?.patch]).length);
  });

  it('V1 sends an organizer little for a ballot, however many units are locked: fifty examiners, 25 units', () => {
    const units = Array.from({ length: 25 }, (_, at) => `U${at + 1}`);
    const scene = setScene({ units, examiners: { party: 17, people: 17, media: 16 } });
    const { meeting, state, host, examiners } = scene;
    for (const unit of units.slice(0, 24)) scene.scores(unit, () => 0.7);
    host.stepsTo('U25', 'scoring');
    const room = new Room('organizer');
    room.catchUp(state, meeting.live, meeting.now, null);
    let most = 0;
    for (const one of examiners.slice(1)) {
      one.submits('U25', 0.8);
      room.next(state, meeting.live, meeting.now);
      most = Math.max(most, room.size);
    }
    // Who is still to come, and what happened lately: the standings and the counts are not sent again.
    expect(most).toBeLessThan(16_000);
  });
});
