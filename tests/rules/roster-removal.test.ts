/** What goes with a unit that is taken off the roster, so that no list is left with what cannot be saved again. */
import { describe, expect, it } from 'vitest';
import { hashSecret } from '../../assessment/passes.ts';
import { folded, refusalOf } from '../support/meeting.ts';
import { setScene, type Scene, type SceneOptions } from '../support/scene.ts';

const without = ({ state }: Scene, gone: string) => state.roster.units.filter(({ id }) => id !== gone);
const passFor = (scene: Scene, kind: 'member' | 'presenter', person: string | null, unit: string) =>
  scene.host.send('passes.issue', {
    passes: [
      { id: `p-${unit}`, kind, number: '1', category: null, person, unit, hash: hashSecret(`for ${unit}`) },
    ],
  });
/** A scene in which nobody of C has a pass. */
function withoutPasses(options: SceneOptions = {}): Scene {
  const scene = setScene({ until: 'ready', ...options });
  for (const { id, unit } of scene.state.passes.all.values())
    if (unit === 'C') scene.host.send('pass.revoke', { pass: id, reason: '收回' });
  return scene;
}
const members = ({ state }: Scene) =>
  [...state.roster.members.values()].map((one) => ({ ...one, name: one.name ?? '' }));
const examiners = ({ state }: Scene) =>
  [...state.roster.examiners.values()].map((one) => ({ ...one, name: one.name ?? '' }));

describe('a unit that is removed', () => {
  it('takes its members and the recusals from it along, in entries of their own; names stay with who stays (J6)', () => {
    const scene = withoutPasses({ recusals: { 'party-01': ['A', 'C'] } });
    const { entries } = scene.host.send('units.set', { units: without(scene, 'C') });
    expect(entries.map(({ type }) => type)).toEqual(['units-set', 'members-set', 'examiners-set']);
    expect(new Set(members(scene).map(({ unit }) => unit))).toEqual(new Set(['A', 'B']));
    expect(members(scene).every(({ name }) => name !== '')).toBe(true);
    expect(scene.state.roster.examiners.get('x-party-01')?.recusals).toEqual(['A']);
    expect(folded(scene.meeting.journal).roster).toEqual(scene.state.roster);
  });

  it('leaves lists that can be saved as they are', () => {
    const scene = withoutPasses({ recusals: { 'party-01': ['C'] } });
    scene.host.send('units.set', { units: without(scene, 'C') });
    scene.host.send('members.set', { members: members(scene) });
    scene.host.send('examiners.set', { examiners: examiners(scene) });
  });

  it('is one entry where nobody belongs to it', () => {
    const scene = withoutPasses();
    scene.host.send('members.set', { members: members(scene).filter(({ unit }) => unit !== 'C') });
    expect(scene.host.send('units.set', { units: without(scene, 'C') }).entries).toHaveLength(1);
  });

  it.each(['member', 'presenter'] as const)('I1 stays as long as a %s holds a valid pass of it', (kind) => {
    const scene = withoutPasses();
    passFor(scene, kind, kind === 'member' ? 'C1' : null, 'C');
    const remove = () => scene.host.send('units.set', { units: without(scene, 'C') });
    expect(refusalOf(remove)).toBe('pass-in-use');
    scene.host.send('pass.revoke', { pass: 'p-C', reason: '不参加了' });
    remove();
    expect(scene.state.agenda.order).toEqual(['A', 'B']);
  });
});

describe('a member with a valid pass', () => {
  it('I1 neither leaves the list nor his unit', () => {
    const scene = withoutPasses();
    passFor(scene, 'member', 'C1', 'C');
    const save = (rows: ReturnType<typeof members>) =>
      refusalOf(() => scene.host.send('members.set', { members: rows }));
    expect(save(members(scene).filter(({ id }) => id !== 'C1'))).toBe('pass-in-use');
    expect(save(members(scene).map((one) => (one.id === 'C1' ? { ...one, unit: 'A' } : one)))).toBe(
      'pass-in-use',
    );
    scene.host.send('members.set', {
      members: members(scene).map((one) => (one.id === 'C1' ? { ...one, name: '更正的名字' } : one)),
    });
  });
});
