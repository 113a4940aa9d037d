/** What the host tells screens to show (issue 3, item 10), and that it tells them nothing that is not public (V1). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialOpening } from '../../assessment/official.ts';
import { toldTo } from '../../assessment/screens.ts';
import { SLICES_OF, type Audience, type Slices } from '../../assessment/view.ts';
import { asScreen } from '../../assessment/view-as-screen.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { folded, Meeting, purged, refusalOf } from '../support/meeting.ts';
import { Phone } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';

/** A meeting with two screens. */
function withScreens(): Scene {
  const scene = setScene({});
  const hash = hashSecret('the second wall');
  scene.host.send('passes.issue', {
    passes: [{ id: 'screen-2', kind: 'screen', number: '2', category: null, person: null, unit: null, hash }],
  });
  return scene;
}

const slicesOf = ({ meeting }: Scene, audience: Audience): Partial<Slices> =>
  Object.fromEntries(SLICES_OF[audience].map((name) => [name, meeting.slice(audience, name)]));

const told = ({ state }: Scene, pass: string) => toldTo(state, pass).scene;

describe('what a screen is told', () => {
  it('follows the stage until it is told something', () => {
    const scene = withScreens();
    expect(told(scene, 'screen-1')).toBe('auto');
    expect(scene.meeting.slice('screen', 'shows')).toMatchObject({ all: { scene: 'auto' }, own: {} });
  });

  it('one screen is told a message, all a test card, and all follow the stage again', () => {
    const scene = withScreens();
    const { host, meeting } = scene;
    host.send('screen.show', { screen: 'screen-1', scene: 'message', text: '请就座\n马上开始' });
    expect(meeting.slice('screen', 'shows').own['screen-1']).toMatchObject({
      scene: 'message',
      text: '请就座\n马上开始',
    });
    expect(told(scene, 'screen-2')).toBe('auto');
    host.send('screen.show', { screen: null, scene: 'test', text: null });
    expect([told(scene, 'screen-1'), told(scene, 'screen-2')]).toEqual(['test', 'test']);
    host.send('screen.show', { screen: null, scene: 'auto', text: null });
    expect([told(scene, 'screen-1'), told(scene, 'screen-2')]).toEqual(['auto', 'auto']);
  });

  it('what all are told passes by the screen that faces the stage', () => {
    const scene = withScreens();
    scene.host.send('screen.show', { screen: 'screen-2', scene: 'stage-facing', text: null });
    scene.host.send('screen.show', { screen: null, scene: 'blank', text: null });
    expect([told(scene, 'screen-1'), told(scene, 'screen-2')]).toEqual(['blank', 'stage-facing']);
    scene.host.send('screen.show', { screen: 'screen-2', scene: 'auto', text: null });
    expect(told(scene, 'screen-2')).toBe('auto');
  });

  it('the same again is no entry, so two hosts who press at once tell it once', () => {
    const scene = withScreens();
    const show = { screen: null, scene: 'blank', text: null } as const;
    expect(scene.host.send('screen.show', show).entries).toHaveLength(1);
    expect(scene.host.send('screen.show', show).entries).toHaveLength(0);
    scene.host.send('screen.show', { screen: 'screen-1', scene: 'auto', text: null });
    expect(scene.host.send('screen.show', show).entries).toHaveLength(1);
  });

  it('of several results the one that was meant, and another one is another picture', () => {
    const scene = withScreens();
    const tells = (unit: string | null) =>
      scene.host.send('screen.show', { screen: null, scene: 'result', text: null, unit }).entries.length;
    expect([tells('A'), tells('A'), tells('B'), tells(null)]).toEqual([1, 0, 1, 1]);
    tells('B');
    expect(scene.meeting.slice('screen', 'shows').all).toMatchObject({ scene: 'result', unit: 'B' });
    expect(folded(scene.meeting.journal).screens).toEqual(scene.state.screens);
  });

  it('A1 also when the meeting is over: no wall is stuck with a message', () => {
    const scene = withScreens();
    scene.host.send('meeting.close', {});
    scene.host.send('screen.show', { screen: null, scene: 'message', text: '谢谢大家' });
    expect(told(scene, 'screen-1')).toBe('message');
  });

  it('refuses what is no screen, a message without words, words without a message, and three lines', () => {
    const scene = withScreens();
    const code = (body: object) => refusalOf(() => scene.host.send('screen.show', body as never));
    expect(code({ screen: 'nobody', scene: 'auto', text: null })).toBe('screen-unknown');
    expect(code({ screen: 'party-01', scene: 'auto', text: null })).toBe('screen-unknown');
    expect(code({ screen: null, scene: 'stage-facing', text: null })).toBe('screen-unknown');
    expect(code({ screen: null, scene: 'message', text: null })).toBe('malformed');
    expect(code({ screen: null, scene: 'blank', text: '有字' })).toBe('malformed');
    expect(code({ screen: null, scene: 'message', text: '一\n二\n三' })).toBe('malformed');
    expect(code({ screen: null, scene: 'message', text: '　 ' })).toBe('malformed');
    expect(code({ screen: null, scene: 'message', text: '长'.repeat(121) })).toBe('malformed');
    // Of one unit are the unit itself and its result, and a unit there must be.
    expect(code({ screen: null, scene: 'standings', text: null, unit: 'A' })).toBe('malformed');
    expect(code({ screen: null, scene: 'result', text: null, unit: 'nobody' })).toBe('unit-unknown');
    scene.host.send('pass.revoke', { pass: 'screen-2', reason: '收回' });
    expect(code({ screen: 'screen-2', scene: 'auto', text: null })).toBe('pass-revoked');
  });

  it('I7 only an owner or a host tells screens; neither a screen itself nor a scrutineer', () => {
    const scene = withScreens();
    const wall = new Phone(scene.meeting, 'wall');
    wall.enrols('screen-1');
    const show = { screen: null, scene: 'blank', text: null } as const;
    for (const one of [scene.scrutineer, scene.viewer, wall])
      expect(refusalOf(() => one.send('screen.show', show))).toBe('forbidden');
    scene.owner.send('screen.show', show);
  });

  it('a screen has a name of its own, which it is shown by', () => {
    const scene = withScreens();
    scene.host.send('screen.name', { screen: 'screen-2', name: '左侧大屏' });
    expect(scene.meeting.slice('organizer', 'screens')[1]).toMatchObject({
      pass: 'screen-2',
      name: '左侧大屏',
    });
    expect(scene.meeting.slice('screen', 'shows').names).toEqual({ 'screen-2': '左侧大屏' });
    expect(refusalOf(() => scene.host.send('screen.name', { screen: 'party-01', name: '大屏' }))).toBe(
      'screen-unknown',
    );
  });
});

describe('the journal', () => {
  const played = () => {
    const scene = withScreens();
    scene.host.send('screen.name', { screen: 'screen-2', name: '返送' });
    scene.host.send('screen.show', { screen: 'screen-2', scene: 'stage-facing', text: null });
    scene.host.send('screen.show', { screen: null, scene: 'message', text: '请保持安静' });
    return scene;
  };

  it('J1 a hub that starts again tells the same', () => {
    const scene = played();
    expect(folded(scene.meeting.journal).screens).toEqual(scene.state.screens);
  });

  it('J6 what was written is private: a purge leaves the scene and takes the words', () => {
    const { meeting } = played();
    const text = JSON.stringify(meeting.journal.map(({ data }) => data));
    expect(text).not.toContain('请保持安静');
    expect(text).not.toContain('返送');
    expect(folded(purged(meeting.sealed())).screens.all).toMatchObject({ scene: 'message', text: null });
  });

  it('A1 names and the screen that faces the stage go official; a message of the rehearsal does not', () => {
    const scene = played();
    scene.host.send('meeting.close', {});
    const official = new Meeting();
    const head = { length: 9, head: 'ab'.repeat(32) };
    official.write(officialOpening(scene.state, { id: 'm2', code: '135790', head }));
    expect(official.state.screens.all.scene).toBe('auto');
    expect(toldTo(official.state, 'screen-2').scene).toBe('stage-facing');
    expect(official.state.screens.names.get('screen-2')).toBe('返送');
  });
});

describe('V1 · the organizer’s preview', () => {
  const walks = fc.array(fc.nat(0x7fff_ffff), { minLength: 1, maxLength: 200, size: 'max' });

  it('V1 is made of exactly what a screen is sent, at every moment of any meeting', () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        const scene = setScene({ units: ['A', 'B', 'C', 'D'] });
        seeds.forEach((seed, at) => {
          wander(scene, seed);
          if (at % 9 !== 0 && at !== seeds.length - 1) return;
          expect(asScreen(slicesOf(scene, 'organizer'))).toEqual(slicesOf(scene, 'screen'));
        });
      }),
      { numRuns: 25 },
    );
  });

  it('V1 has no score, no name and no raised hand that is not public, though the organizer has them', () => {
    const scene = setScene({ settings: { publish: 'after-next' } });
    scene.scores('A', (_one, at) => 0.7 + at / 100);
    const score = String(scene.meeting.slice('organizer', 'standings').locked[0]?.score);
    expect(score).toMatch(/^\d{4}$/);
    const all = slicesOf(scene, 'organizer');
    expect(JSON.stringify(all)).toContain(score);
    expect(JSON.stringify(asScreen(all))).not.toContain(score);
    scene.host.stepsTo('B', 'scoring');
    expect(JSON.stringify(slicesOf(scene, 'organizer'))).toContain('考官姓名');
    expect(JSON.stringify(asScreen(slicesOf(scene, 'organizer')))).not.toContain('考官姓名');
  });

  it('V1 knows no slice that a screen is not sent', () => {
    const names = Object.keys(asScreen(slicesOf(setScene({}), 'organizer')));
    expect(names.sort()).toEqual([...SLICES_OF.screen].sort());
  });
});
