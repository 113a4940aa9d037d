/** V2 · The host's own preview of what the next step makes public, and that nobody else is sent it (V1). */
import { describe, expect, it } from 'vitest';
import { AUDIENCES } from '../../assessment/view.ts';
import { asScreen } from '../../assessment/view-as-screen.ts';
import { setScene, type Scene, type SceneOptions } from '../support/scene.ts';

const shares: Record<string, number> = { A: 0.7, B: 0.9, C: 0.8, D: 0.8 };
const play = (scene: Scene, ...units: string[]) =>
  units.forEach((unit) => scene.scores(unit, () => shares[unit]!));
const standings = ({ meeting }: Scene) => meeting.slice('organizer', 'standings');
const coming = (scene: Scene) => {
  const found = standings(scene).coming;
  return found && [found.by, found.rows.map(({ unit, rank, score }) => [unit, rank, score])];
};
const beat = (scene: Scene, by: 1 | -1 = 1) => {
  const at = scene.state.publication.ceremony?.at ?? 0;
  return scene.host.send('ceremony.beat', { from: at, to: at + by });
};
const next = (scene: Scene) => {
  const found = standings(scene).ceremony?.coming;
  return found ? [found.shows, ...found.rows.map(({ rank, score, name }) => [rank, score, name])] : null;
};
const set = (options: SceneOptions) => setScene({ units: ['A', 'B', 'C', 'D'], ...options });

/** Nothing but an organizer's own packet tells what comes. */
function tellsNobodyElse(scene: Scene): void {
  for (const audience of AUDIENCES) {
    if (audience === 'organizer') continue;
    expect(scene.meeting.sentTo(audience)).not.toMatch(/"coming":\s*[{[]/);
  }
  const preview = asScreen({ standings: standings(scene) }).standings!;
  expect(preview).toEqual(scene.meeting.slice('screen', 'standings'));
}

describe('V2 · what comes', () => {
  it('V2 at-once: each locked unit with the place that it takes among what is public, if it is tapped now', () => {
    const scene = set({});
    expect(coming(scene)).toEqual(['tap', []]);
    play(scene, 'A');
    scene.host.publishes('A');
    play(scene, 'B', 'C');
    expect(coming(scene)).toEqual([
      'tap',
      [
        ['B', 1, 9000],
        ['C', 1, 8000],
      ],
    ]);
    tellsNobodyElse(scene);
    scene.host.publishes('B');
    expect(coming(scene)).toEqual(['tap', [['C', 2, 8000]]]);
    expect(scene.meeting.slice('screen', 'standings').rows.map(({ unit }) => unit)).toEqual(['B', 'A']);
  });

  it('V2 after-next: the locked unit waits for the next lock, and the last one for a tap', () => {
    const scene = setScene({ units: ['A', 'B'], settings: { publish: 'after-next' } });
    play(scene, 'A');
    expect(coming(scene)).toEqual(['lock', [['A', 1, 7000]]]);
    tellsNobodyElse(scene);
    play(scene, 'B');
    expect(scene.meeting.slice('screen', 'standings').rows.map(({ unit }) => unit)).toEqual(['A']);
    expect(coming(scene)).toEqual(['tap', [['B', 1, 9000]]]);
  });

  it('V2 I7 what the scrutineer has not confirmed does not come', () => {
    const scene = setScene({ units: ['A', 'B'], scrutineer: true });
    play(scene, 'A');
    expect(coming(scene)).toEqual(['tap', []]);
  });

  it('V2 K1 ceremony: each beat is told beforehand as it is shown then, ties and rewinds too', () => {
    const scene = set({ settings: { publish: 'ceremony' } });
    play(scene, 'A', 'B', 'C', 'D');
    expect(coming(scene)).toBeNull();
    scene.host.send('ceremony.start', {});
    const shown = () => {
      const now = scene.meeting.slice('screen', 'standings').ceremony!;
      return [now.units.length === 0 ? 'score' : 'name', now.rank, now.score, now.shared, now.units];
    };
    const told: unknown[] = [];
    for (let at = 0; at < 6; at += 1) {
      tellsNobodyElse(scene);
      const { shows, rows, last } = standings(scene).ceremony!.coming!;
      told.push([shows, rows[0]!.rank, rows.length, last]);
      beat(scene);
      const units = shows === 'name' ? rows.map(({ unit, name }) => ({ unit, name })) : [];
      expect(shown()).toEqual([shows, rows[0]!.rank, rows[0]!.score, rows.length, units]);
    }
    expect(told).toEqual([
      ['score', 4, 1, false],
      ['name', 4, 1, false],
      ['score', 2, 2, false],
      ['name', 2, 2, false],
      ['score', 1, 1, true],
      ['name', 1, 1, true],
    ]);
    expect(next(scene)).toBeNull();
    beat(scene, -1);
    expect(next(scene)).toEqual(['name', [1, 9000, scene.state.roster.units[1]!.name]]);
    scene.host.send('meeting.close', {});
    expect(next(scene)).toBeNull();
  });

  it('V2 K2 ceremony: a unit without a result has no beat', () => {
    const scene = setScene({ units: ['A', 'B'], settings: { publish: 'ceremony' } });
    play(scene, 'A');
    scene.host.marksAbsent('B');
    scene.host.send('ceremony.start', {});
    expect(next(scene)).toEqual(['score', [1, 7000, scene.state.roster.units[0]!.name]]);
    expect(standings(scene).ceremony?.of).toBe(2);
  });
});
