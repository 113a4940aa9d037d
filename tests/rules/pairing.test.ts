/** Issue 5, item 2: a wall becomes a screen by a code that a host confirms (decision 0015). */
import { describe, expect, it } from 'vitest';
import { officialOpening } from '../../assessment/official.ts';
import { audienceOf } from '../../assessment/view.ts';
import { folded, Meeting, refusalOf } from '../support/meeting.ts';
import { setScene, type Scene } from '../support/scene.ts';

const NEW = { screen: null, name: null };
const seenAs = ({ state }: Scene, session: string) => audienceOf(state, { kind: 'device', session });

/** A meeting in which a wall shows this code. */
function withWall(code = 'K7RF', session = 'wall-session'): Scene {
  const scene = setScene({});
  scene.meeting.walls.set(code, session);
  return scene;
}

describe('pairing', () => {
  it('the wall that shows the code becomes a screen with a pass of its own, in one command', () => {
    const scene = withWall();
    expect(seenAs(scene, 'wall-session')).toBe('crowd');
    const { entries } = scene.host.send('screen.pair', { code: 'K7RF', screen: null, name: '左侧' });
    expect(entries.map(({ type }) => type)).toEqual(['passes-issued', 'pass-enrolled', 'screen-named']);
    expect(seenAs(scene, 'wall-session')).toBe('screen');
    const row = scene.meeting.slice('organizer', 'screens').find(({ name }) => name === '左侧');
    expect(row).toMatchObject({ pass: 'screen-2', number: '2' });
    // J6: what people call it is no part of the chain.
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('左侧');
  });

  it('I1 no secret opens its pass: not the code, and nothing that was sent or stored', () => {
    const scene = withWall();
    const { entries } = scene.host.send('screen.pair', { code: 'K7RF', ...NEW });
    const stranger = { kind: 'device', session: 'stranger' } as const;
    const said = JSON.stringify(entries).match(/[A-Za-z0-9_-]{22,64}/g) ?? [];
    expect(said.length).toBeGreaterThan(0);
    for (const secret of [...said, 'K7RF'.padEnd(22, '0')])
      expect(scene.meeting.takes(stranger, 'pass.enrol', { secret }).refused?.code).toBe('pass-unknown');
    expect(seenAs(scene, 'stranger')).toBe('crowd');
  });

  it('J1 is the same after the journal was read again', () => {
    const scene = withWall();
    scene.host.send('screen.pair', { code: 'K7RF', screen: null, name: '左侧' });
    const again = folded(scene.meeting.journal);
    expect(audienceOf(again, { kind: 'device', session: 'wall-session' })).toBe('screen');
    expect(again.screens.names.get('screen-2')).toBe('左侧');
  });

  it('a code that no wall shows, that was confirmed already, or of a wall that lost its rights opens nothing', () => {
    const scene = withWall();
    const pair = (code: string) => refusalOf(() => scene.host.send('screen.pair', { code, ...NEW }));
    expect(pair('XXXX')).toBe('pairing-unknown');
    expect(pair('K7RF')).toBeNull();
    expect(pair('K7RF')).toBe('pairing-unknown');
    scene.host.send('pass.revoke', { pass: 'screen-2', reason: '拿走了' });
    expect(pair('K7RF')).toBe('pairing-unknown');
    expect(seenAs(scene, 'wall-session')).toBeNull();
  });

  it('J2 the same command again pairs once', () => {
    const scene = withWall();
    const body = { code: 'K7RF', ...NEW };
    const first = scene.meeting.send(scene.host.who, 'screen.pair', body, 'press-0001');
    const again = scene.meeting.send(scene.host.who, 'screen.pair', body, 'press-0001');
    expect(again).toMatchObject({ repeated: true, n: first.n });
    expect([...scene.state.passes.all.keys()].filter((id) => id.startsWith('screen-'))).toHaveLength(2);
  });

  it.each(['crowd', 'examiner', 'screen', 'viewer', 'scrutineer'] as const)('%s cannot confirm', (role) => {
    const scene = withWall();
    const who = {
      crowd: scene.voice('1').who,
      examiner: scene.examiners[0]!.who,
      screen: { kind: 'device', session: 'wall-session' },
      viewer: { kind: 'organizer', id: 'v', role: 'viewer' },
      scrutineer: { kind: 'organizer', id: 's', role: 'scrutineer' },
    }[role] as Parameters<typeof scene.meeting.takes>[0];
    expect(scene.meeting.takes(who, 'screen.pair', { code: 'K7RF', ...NEW }).refused?.code).toBe('forbidden');
    expect(seenAs(scene, 'wall-session')).toBe('crowd');
  });

  it.each(['', 'K7R', 'K7RF9', 'K7O0', '<b>x', 7, null])('%j is no code', (code) => {
    const scene = withWall();
    const refused = scene.meeting.takes(scene.host.who, 'screen.pair', { code, ...NEW }).refused;
    expect(refused?.code).toBe('malformed');
  });

  it('is typed as people type', () => {
    const scene = withWall();
    scene.host.send('screen.pair', { code: ' k7rf ', ...NEW });
    expect(seenAs(scene, 'wall-session')).toBe('screen');
  });
});

describe('a wall that comes back as somebody else', () => {
  it('is the same screen again by one tap: its name, what it was told; its old session has lost it', () => {
    const scene = withWall();
    scene.host.send('screen.pair', { code: 'K7RF', screen: null, name: '左侧' });
    scene.host.send('screen.show', { screen: 'screen-2', scene: 'standings', text: null });
    scene.meeting.walls.set('N4XR', 'storage was cleared');
    scene.host.send('screen.pair', { code: 'N4XR', screen: 'screen-2', name: null });
    expect(seenAs(scene, 'storage was cleared')).toBe('screen');
    expect(seenAs(scene, 'wall-session')).toBeNull();
    const row = scene.meeting.slice('organizer', 'screens').find(({ pass }) => pass === 'screen-2');
    expect(row).toMatchObject({ name: '左侧', told: { scene: 'standings' } });
  });

  it('cannot become what is no screen, or one that was revoked', () => {
    const scene = withWall();
    const as = (screen: string) =>
      refusalOf(() => scene.host.send('screen.pair', { code: 'K7RF', screen, name: null }));
    expect(as(scene.examiners[0]!.mine!.pass!.id)).toBe('screen-unknown');
    expect(as('screen-9')).toBe('screen-unknown');
    scene.host.send('pass.revoke', { pass: 'screen-1', reason: '坏了' });
    expect(as('screen-1')).toBe('pass-revoked');
  });
});

it('A1 going official takes a paired wall along, with its name', () => {
  const scene = withWall();
  scene.host.send('screen.pair', { code: 'K7RF', screen: null, name: '左侧' });
  scene.host.send('meeting.close', {});
  const official = new Meeting();
  const head = { length: 9, head: 'ab'.repeat(32) };
  official.write(officialOpening(scene.state, { id: 'm2', code: '135790', head }));
  expect(audienceOf(official.state, { kind: 'device', session: 'wall-session' })).toBe('screen');
  expect(official.state.screens.names.get('screen-2')).toBe('左侧');
});

it('V1 nobody but organizers hears of walls that wait', () => {
  const scene = withWall();
  const waiting = [{ code: 'K7RF', since: 0, width: 1920, height: 1080, from: 'near' as const }];
  Object.assign(scene.meeting.live, { waiting: () => waiting });
  for (const [audience, text] of Object.entries(scene.meeting.sent()))
    expect(text.includes('K7RF')).toBe(audience === 'organizer');
});
