import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../assessment/bundle.ts';
import { formatScore, type Points } from '../../assessment/decimal.ts';
import { differences } from '../../assessment/recount.ts';
import { standingsOf } from '../../assessment/results.ts';
import { emptyState, type State } from '../../assessment/state.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { folded, purged } from '../support/meeting.ts';
import { examinerName, setScene } from '../support/scene.ts';
import { bundleIn, HEAD, playedMeeting, UNITS } from './meetings.ts';

const played = playedMeeting();
const bundle = bundleIn(played);
const resultOf = (unit: string) => bundle.results.find((one) => one.unit === unit);
const ballotsOf = (unit: string) => bundle.ballots.filter((one) => one.unit === unit);
const shown = (points: Points | null) => (points === null ? null : formatScore(points));

describe('bundle', () => {
  it('X1 is a bundle that everyone can read', () => {
    expect(parseBundle(JSON.parse(JSON.stringify(bundle)))).toEqual({ bundle });
  });

  it('X2 recounts without a difference', () => {
    expect(differences(bundle)).toEqual([]);
  });

  it('X2 has the results of the meeting’s own standings', () => {
    const locked = UNITS.filter((unit) => unit !== 'H');
    const standings = standingsOf(played.state, locked).map(({ unit, rank, score }) => ({
      unit,
      rank,
      score: shown(score.score),
      questioning: shown(score.questioning),
      crowd: shown(score.crowd),
      level: score.level,
    }));
    expect(bundle.results.filter(({ unit }) => unit !== 'H')).toEqual(
      [...standings].sort((a, b) => a.unit.localeCompare(b.unit)),
    );
  });

  it('X1 carries the last accepted ballot of each pass and unit, and the late ones', () => {
    expect(
      ballotsOf('A')
        .map(({ status }) => status)
        .sort(),
    ).toEqual([...Array(12).fill('counted'), 'void']);
    expect(ballotsOf('F').filter(({ status }) => status === 'late')).toHaveLength(1);
    expect(ballotsOf('F').filter(({ status }) => status === 'counted')).toHaveLength(11);
    expect(bundle.ballots.map(({ receipt }) => receipt)).toEqual(
      bundle.ballots.map(({ receipt }) => receipt).sort(),
    );
  });

  it('X1 marks assisted and amended ballots', () => {
    expect(bundle.ballots.filter(({ assisted }) => assisted)).toHaveLength(1);
    expect(bundle.ballots.filter(({ amended }) => amended)).toHaveLength(3);
  });

  it('A2 has the ballots of an absent unit as void', () => {
    expect(bundle.units.find(({ id }) => id === 'C')?.absent).toBe(true);
    expect(ballotsOf('C').map(({ status }) => status)).toEqual(['void']);
    expect(bundle.attendance.find(({ unit }) => unit === 'C')?.returned).toBe(1);
  });

  it('K2 B5 has no result where the quorum was missed or nobody was eligible', () => {
    for (const unit of ['B', 'C', 'G']) expect(resultOf(unit)).toMatchObject({ rank: null, score: null });
    expect(bundle.attendance.find(({ unit }) => unit === 'G')).toEqual({
      unit: 'G',
      eligible: 0,
      returned: 0,
    });
  });

  it('K1 shares the rank of equal scores', () => {
    expect(resultOf('D')).toEqual({ ...resultOf('E'), unit: 'D' });
  });

  it('V1 says nothing of a turn that is not locked', () => {
    expect(ballotsOf('H')).toEqual([]);
    for (const list of [bundle.crowd, bundle.attendance, bundle.deductions]) {
      expect(list.map(({ unit }: { unit: string }) => unit)).not.toContain('H');
    }
    expect(resultOf('H')).toEqual({
      unit: 'H',
      rank: null,
      score: null,
      questioning: null,
      crowd: null,
      level: null,
    });
  });

  it('L2 has draws that were done and that were abandoned, and keeps the secret of an open one', () => {
    expect(bundle.draws.map(({ abandoned, number }) => [abandoned, number])).toEqual([
      [true, null],
      [undefined, 4711],
    ]);
    const scene = setScene({});
    scene.host.send('draw.promise', { purpose: 'order' });
    expect(bundleIn(scene).draws).toEqual([]);
  });

  it('X1 has no name of a person', () => {
    const text = JSON.stringify(bundle);
    for (const { pass } of played.examiners) expect(text).not.toContain(examinerName(pass));
    expect(text).not.toContain('成员');
    expect(text).not.toContain('志愿者');
    expect(text).not.toContain('监票人');
  });

  it('J6 is the same after a purge but for the reasons', () => {
    const after = folded(purged(played.meeting.sealed()));
    const bare = { ...bundle, deductions: bundle.deductions.map((one) => ({ ...one, reason: '' })) };
    expect(bundleOf(after, HEAD)).toEqual(bare);
  });

  it('S7 counts the crowd where it is large enough', () => {
    expect(resultOf('A')?.crowd).toBe('15.00');
    expect(resultOf('D')?.crowd).toBeNull();
  });

  it('is empty and whole for a meeting in which nothing was judged', () => {
    const scene = setScene({ until: 'ready' });
    expect(parseBundle(bundleIn(scene))).toEqual({ bundle: bundleIn(scene) });
    const none: State = emptyState();
    expect(bundleOf(none, HEAD).results).toEqual([]);
  });
});
