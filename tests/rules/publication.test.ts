import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/meeting.ts';
import { setScene, type Scene } from '../support/scene.ts';

const rows = (
  { meeting }: Scene,
  audience: 'screen' | 'crowd' | 'examiner' | 'member' | 'organizer' = 'screen',
) => meeting.slice(audience, 'standings').rows.map(({ unit, rank, score }) => [unit, rank, score]);
const shares: Record<string, number> = { A: 0.7, B: 0.9, C: 0.8, D: 0.6 };
/** These units' turns one after the other, each with its own score. */
const play = (scene: Scene, ...units: string[]) =>
  units.forEach((unit) => scene.scores(unit, () => shares[unit]!));
const beat = (scene: Scene, by: 1 | -1 = 1) => {
  const at = scene.state.publication.ceremony?.at ?? 0;
  return scene.host.send('ceremony.beat', { from: at, to: at + by });
};
const ceremony = ({ meeting }: Scene) => meeting.slice('crowd', 'standings').ceremony!;

describe('V2 · at once', () => {
  it('V2 at-once publishes when the host taps after the lock, and everybody sees it', () => {
    const scene = setScene();
    expect(refusalOf(() => scene.host.publishes('A'))).toBe('not-locked');
    play(scene, 'A');
    expect(rows(scene)).toEqual([]);
    scene.host.publishes('A');
    for (const audience of ['screen', 'crowd', 'examiner', 'member', 'organizer'] as const) {
      expect(rows(scene, audience)).toEqual([['A', 1, 7000]]);
    }
    expect(refusalOf(() => scene.host.publishes('A'))).toBe('already-published');
  });

  it('K1 ranks what is published among itself', () => {
    const scene = setScene();
    play(scene, 'A', 'B', 'C');
    scene.host.publishes('A');
    scene.host.publishes('C');
    expect(rows(scene)).toEqual([
      ['C', 1, 8000],
      ['A', 2, 7000],
    ]);
    expect(scene.meeting.slice('screen', 'standings').final).toBe(false);
    scene.host.publishes('B');
    expect(scene.meeting.slice('screen', 'standings').final).toBe(true);
  });

  it('K1 shares the rank of equal scores and skips the next; K2 lists who has no result without a rank', () => {
    const scene = setScene({ units: ['A', 'B', 'C', 'D', 'E', 'F'] });
    for (const unit of ['A', 'B', 'C', 'D'])
      scene.scores(unit, () => ({ A: 0.9, B: 0.8, C: 0.8, D: 0.7 })[unit]!);
    scene.scores('E', (_one, at) => (at < 4 ? 0.9 : null));
    scene.host.marksAbsent('F');
    for (const unit of ['F', 'E', 'D', 'C', 'B', 'A']) scene.host.publishes(unit);
    const shown = scene.meeting.slice('crowd', 'standings').rows;
    expect(shown.map(({ unit, rank, why }) => [unit, rank, why])).toEqual([
      ['A', 1, null],
      ['B', 2, null],
      ['C', 2, null],
      ['D', 4, null],
      ['E', null, 'quorum'],
      ['F', null, 'absent'],
    ]);
  });
});

describe('V2 · after next', () => {
  const settings = { publish: 'after-next' as const };

  it('V2 after-next shows the previous unit’s score when the next has locked', () => {
    const scene = setScene({ settings });
    play(scene, 'A');
    expect(refusalOf(() => scene.host.publishes('A'))).toBe('turn-not-open');
    play(scene, 'B');
    expect(rows(scene)).toEqual([['A', 1, 7000]]);
    play(scene, 'C');
    expect(rows(scene).map(([unit]) => unit)).toEqual(['B', 'A']);
  });

  it('V2 after-next publishes the last at the end', () => {
    const scene = setScene({ settings });
    play(scene, 'A', 'B', 'C');
    scene.host.publishes('C');
    expect(rows(scene).map(([unit]) => unit)).toEqual(['B', 'C', 'A']);
  });

  it('V2 after-next is not held up by a unit that is absent', () => {
    const scene = setScene({ settings });
    play(scene, 'A');
    scene.host.marksAbsent('B');
    expect(rows(scene)).toEqual([['A', 1, 7000]]);
  });

  it('V2 after-next waits for the scrutineer', () => {
    const scene = setScene({ settings, scrutineer: true });
    play(scene, 'A', 'B');
    expect(rows(scene)).toEqual([]);
    scene.scrutineer.confirmsCount('A');
    scene.host.publishes('A');
    expect(rows(scene)).toEqual([['A', 1, 7000]]);
  });
});

describe('V2 · closing and confirming', () => {
  it.each(['at-once', 'after-next', 'ceremony'] as const)(
    'V2 closing publishes what is left (%s)',
    (publish) => {
      const scene = setScene({ settings: { publish } });
      play(scene, 'A', 'B', 'C');
      scene.host.send('meeting.close', {});
      expect(rows(scene).map(([unit]) => unit)).toEqual(['B', 'C', 'A']);
    },
  );

  it('V2 where the meeting has a scrutineer he confirms the count first', () => {
    const scene = setScene({ scrutineer: true });
    play(scene, 'A');
    expect(refusalOf(() => scene.scrutineer.confirmsCount('B'))).toBe('not-locked');
    expect(refusalOf(() => scene.host.publishes('A'))).toBe('not-confirmed');
    expect(refusalOf(() => scene.host.send('meeting.close', {}))).toBe('not-confirmed');
    expect(refusalOf(() => scene.host.confirmsCount('A'))).toBe('forbidden');
    scene.scrutineer.confirmsCount('A');
    scene.host.deducts('A', 50);
    expect(refusalOf(() => scene.host.publishes('A'))).toBe('not-confirmed');
    scene.scrutineer.confirmsCount('A');
    scene.host.publishes('A');
    expect(rows(scene)).toEqual([['A', 1, 6950]]);
  });

  it('S9 takes a deduction back with 0 points, and changes none that is public', () => {
    const scene = setScene();
    expect(refusalOf(() => scene.host.deducts('A', 50))).toBe('turn-not-open');
    play(scene, 'A');
    scene.host.deducts('A', 50);
    scene.host.deducts('A', 0);
    expect(refusalOf(() => scene.host.deducts('B', 50, '超时', 'd-A'))).toBe('turn-not-open');
    scene.host.publishes('A');
    expect(rows(scene)).toEqual([['A', 1, 7000]]);
    expect(refusalOf(() => scene.host.deducts('A', 50))).toBe('already-published');
  });
});

describe('V2 · ceremony', () => {
  const begun = (): Scene => {
    const scene = setScene({ units: ['A', 'B', 'C', 'D'], settings: { publish: 'ceremony' } });
    play(scene, 'A', 'B', 'C');
    scene.host.marksAbsent('D');
    scene.host.send('ceremony.start', {});
    return scene;
  };

  it('V2 a ceremony begins when every turn is over, and publishes nothing by a tap', () => {
    const scene = setScene({ settings: { publish: 'ceremony' } });
    play(scene, 'A');
    expect(refusalOf(() => scene.host.publishes('A'))).toBe('ceremony');
    expect(refusalOf(() => scene.host.send('ceremony.start', {}))).toBe('not-locked');
    expect(rows(scene)).toEqual([]);
  });

  it('V2 goes from the last place up: first the score, then the name', () => {
    const scene = begun();
    expect(rows(scene)).toEqual([['D', null, null]]);
    beat(scene);
    expect(ceremony(scene)).toMatchObject({ rank: 3, score: 7000, shared: 1, units: [] });
    expect(rows(scene).map(([unit]) => unit)).not.toContain('A');
    beat(scene);
    expect(ceremony(scene)).toMatchObject({ rank: 3, score: 7000, units: [{ unit: 'A' }] });
    expect(rows(scene)).toEqual([
      ['A', 3, 7000],
      ['D', null, null],
    ]);
    for (let i = 0; i < 4; i += 1) beat(scene);
    expect(rows(scene).map(([unit]) => unit)).toEqual(['B', 'C', 'A', 'D']);
    expect(scene.meeting.slice('screen', 'standings').final).toBe(true);
    expect(refusalOf(() => beat(scene))).toBe('stage-not-next');
  });

  it('V2 rewinds without hiding what was shown, and resumes where it was', () => {
    const scene = begun();
    for (let i = 0; i < 3; i += 1) beat(scene);
    beat(scene, -1);
    expect(ceremony(scene)).toMatchObject({ at: 2, units: [{ unit: 'A' }] });
    expect(rows(scene).map(([unit]) => unit)).toEqual(['A', 'D']);
    beat(scene);
    beat(scene);
    expect(rows(scene).map(([unit]) => unit)).toEqual(['C', 'A', 'D']);
    expect(refusalOf(() => scene.host.send('ceremony.beat', { from: 0, to: 1 }))).toBe('stage-moved');
    expect(refusalOf(() => scene.host.send('ceremony.beat', { from: 4, to: 6 }))).toBe('stage-not-next');
  });

  it('V2 K1 units that share a rank are one place, in the order of turns: one score, then all their names', () => {
    const scene = setScene({ units: ['A', 'B', 'C', 'D', 'E'], settings: { publish: 'ceremony' } });
    for (const unit of ['A', 'B', 'C', 'D', 'E'])
      scene.scores(unit, () => ({ A: 0.8, B: 0.9, C: 0.8, D: 0.9, E: 0.7 })[unit]!);
    scene.host.send('ceremony.start', {});
    const started = scene.meeting.journal.find(({ type }) => type === 'ceremony-started');
    expect(started?.data).toEqual({ places: [['E'], ['A', 'C'], ['B', 'D']] });
    expect(ceremony(scene)).toMatchObject({ at: 0, of: 6, rank: null, shared: 0, units: [] });
    for (let i = 0; i < 3; i += 1) beat(scene);
    expect(ceremony(scene)).toMatchObject({ rank: 3, score: 8000, shared: 2, units: [] });
    expect(rows(scene).map(([unit]) => unit)).toEqual(['E']);
    beat(scene);
    expect(ceremony(scene).units.map(({ unit }) => unit)).toEqual(['A', 'C']);
    expect(rows(scene)).toEqual([
      ['A', 3, 8000],
      ['C', 3, 8000],
      ['E', 5, 7000],
    ]);
    beat(scene);
    beat(scene);
    expect(ceremony(scene)).toMatchObject({ at: 6, rank: 1, shared: 2 });
    expect(scene.meeting.slice('screen', 'standings').final).toBe(true);
  });

  it('V2 nothing changes the places while they are being revealed', () => {
    const scene = begun();
    beat(scene);
    beat(scene);
    const amendment = scene.host.proposes('void', 'B', 'party-01');
    expect(refusalOf(() => scene.scrutineer.confirms(amendment))).toBe('ceremony');
    expect(refusalOf(() => scene.host.deducts('B', 9000))).toBe('ceremony');
  });

  it('V2 a unit that comes on stage during a ceremony does not move the places', () => {
    const scene = begun();
    beat(scene);
    beat(scene);
    const units = [...scene.state.roster.units, { id: 'E', name: 'E社区党委', street: '' }];
    scene.host.send('units.set', { units });
    shares.E = 1;
    play(scene, 'E');
    expect(rows(scene)).toEqual([
      ['A', 3, 7000],
      ['D', null, null],
    ]);
    expect(ceremony(scene)).toMatchObject({ rank: 3, units: [{ unit: 'A' }] });
  });
});

describe('V4 · small categories', () => {
  it('V4 shows category means only where every category that has ballots has three', () => {
    const scene = setScene({ examiners: { party: 3, people: 3, media: 1 } });
    play(scene, 'A');
    scene.scores('B', (one) => (one.pass.startsWith('media') ? null : 0.8));
    scene.host.publishes('A');
    scene.host.publishes('B');
    const shown = (audience: 'crowd' | 'organizer') =>
      scene.meeting
        .slice(audience, 'standings')
        .rows.map(({ unit, categories, empty }) => [unit, categories?.length, empty]);
    for (const audience of ['crowd', 'organizer'] as const) {
      expect(shown(audience)).toEqual([
        ['B', 3, ['媒体代表']],
        ['A', undefined, []],
      ]);
    }
  });
});
