import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/meeting.ts';
import { setScene } from '../support/scene.ts';

describe('the checklist before a meeting opens', () => {
  it('is ticked and unticked by a host, and every organizer sees when', () => {
    const { host, viewer, meeting, state } = setScene();
    const ticked = () =>
      meeting
        .slice('organizer', 'checklist')
        .filter(({ at }) => at !== null)
        .map(({ item }) => item);
    expect(ticked()).toEqual([]);
    host.send('checklist.tick', { item: 'power', done: true });
    expect(ticked()).toEqual(['power']);
    const { length } = state;
    host.send('checklist.tick', { item: 'power', done: true });
    expect(state.length).toBe(length);
    expect(refusalOf(() => viewer.send('checklist.tick', { item: 'power', done: false }))).toBe('forbidden');
    host.send('checklist.tick', { item: 'power', done: false });
    expect(ticked()).toEqual([]);
  });
});
