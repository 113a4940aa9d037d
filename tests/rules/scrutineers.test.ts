import { describe, expect, it } from 'vitest';
import { copyOpening } from '../../assessment/copy.ts';
import { officialOpening } from '../../assessment/official.ts';
import { aboutOf } from '../../reports/about.ts';
import { folded, Meeting, purged, refusalOf } from '../support/meeting.ts';
import { Organizer } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const HEAD = { length: 3, head: 'cd'.repeat(32) };
const li = { id: 'li', name: '李监票' };
const zhou = { id: 'zhou', name: '周监票' };

/** An official meeting that went with 李监票, and its owner. */
function official(scrutineer: boolean) {
  const scene = setScene({ until: 'ready' });
  if (scrutineer) scene.owner.send('meeting.scrutineers', { scrutineers: [li] });
  const meeting = new Meeting();
  meeting.write(officialOpening(scene.state, { id: 'm2', code: '135790', head: HEAD }));
  return { meeting, owner: new Organizer(meeting, 'owner') };
}

describe('I7 · scrutineers', () => {
  it('confirm where the meeting names them, and nobody else does', () => {
    const scene = setScene({ settings: { publish: 'after-next' } });
    scene.owner.send('meeting.scrutineers', { scrutineers: [li] });
    scene.scores('A');
    const other = new Organizer(scene.meeting, 'scrutineer', 'zhou');
    expect(refusalOf(() => other.send('turn.confirm', { unit: 'A' }))).toBe('not-scrutineer');
    const proposed = scene.host.proposes('void', 'A', 'media-01');
    expect(refusalOf(() => other.confirms(proposed))).toBe('not-scrutineer');
    const own = new Organizer(scene.meeting, 'scrutineer', 'li');
    own.confirms(proposed);
    own.send('turn.confirm', { unit: 'A' });
    expect(scene.state.agenda.turns.get('A')?.confirmedBy).toBe('scrutineer:li');
  });

  it('B4 any scrutineer confirms an amendment where the meeting names none', () => {
    const scene = setScene({});
    scene.scores('A');
    const proposed = scene.host.proposes('void', 'A', 'media-01');
    new Organizer(scene.meeting, 'scrutineer', 'zhou').confirms(proposed);
    expect(scene.state.ballots.byUnit.get('A')?.get('media-01')?.status).toBe('void');
  });

  it('are chosen by the owner, each once, and freely in a rehearsal', () => {
    const { owner, host, state } = setScene({ until: 'ready' });
    expect(refusalOf(() => host.send('meeting.scrutineers', { scrutineers: [li] }))).toBe('forbidden');
    expect(refusalOf(() => owner.send('meeting.scrutineers', { scrutineers: [li, li] }))).toBe('duplicate');
    owner.send('meeting.scrutineers', { scrutineers: [li] });
    owner.send('meeting.scrutineers', { scrutineers: [zhou] });
    expect(state.meeting).toMatchObject({ scrutineers: [zhou], scrutineerChanges: [] });
  });

  it('are fixed when the meeting goes official: a change has a reason and is in the export', () => {
    const { meeting, owner } = official(true);
    expect(meeting.state.meeting).toMatchObject({ scrutineers: [li], scrutineerChanges: [] });
    const change = (reason?: string) =>
      owner.send('meeting.scrutineers', { scrutineers: [zhou], ...(reason ? { reason } : {}) });
    expect(refusalOf(() => change())).toBe('malformed');
    expect(refusalOf(() => change(' '))).toBe('malformed');
    owner.send('meeting.scrutineers', { scrutineers: [li] });
    expect(meeting.state.meeting.scrutineerChanges).toEqual([]);
    change('李监票临时有事');
    expect(aboutOf(meeting.state, (id) => (id === 'owner' ? '王主任' : null))).toMatchObject({
      scrutineers: ['周监票'],
      scrutineerChanges: [{ by: '王主任', from: ['李监票'], to: ['周监票'], reason: '李监票临时有事' }],
    });
  });

  it('chosen first after going official are a change as well', () => {
    const { meeting, owner } = official(false);
    owner.send('meeting.scrutineers', { scrutineers: [li], reason: '演练时没有选' });
    expect(meeting.state.meeting.scrutineerChanges).toMatchObject([{ from: [], to: [li] }]);
  });

  it('J6 their names and the reason are private parts', () => {
    const { meeting, owner } = official(true);
    owner.send('meeting.scrutineers', { scrutineers: [zhou], reason: '李监票临时有事' });
    expect(folded(purged(meeting.sealed())).meeting.scrutineerChanges).toMatchObject([
      { from: [{ id: 'li', name: '' }], to: [{ id: 'zhou', name: '' }], reason: null },
    ]);
  });
});

describe('a copy of a meeting', () => {
  it('opens as a draft with the same people, sheet and settings, also where the names were purged (J6)', () => {
    const scene = setScene({ scrutineer: true, settings: { publish: 'after-next' } });
    scene.scores('A');
    const info = { title: '第二场', place: '', date: '' };
    for (const state of [scene.state, folded(purged(scene.meeting.sealed()))]) {
      const copy = new Meeting();
      copy.write(copyOpening(state, { id: 'm2', code: '246801', info }));
      expect(copy.state.meeting).toMatchObject({ phase: 'draft', mode: 'rehearsal', info, scrutineers: [] });
      expect(copy.state.meeting.settings).toEqual(state.meeting.settings);
      expect(copy.state.roster).toEqual(state.roster);
      expect(copy.state.scoring).toEqual(state.scoring);
      expect([copy.state.passes.all.size, copy.state.ballots.accepted]).toEqual([0, 0]);
    }
  });
});
