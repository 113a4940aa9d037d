/** B6, B4, S9 · The provisional result, its appeal period, what changes in it, and the final result. */
import { describe, expect, it } from 'vitest';
import { appealEnds } from '../../assessment/appeal-period.ts';
import { officialOpening } from '../../assessment/official.ts';
import { appealView } from '../../assessment/view-appeal.ts';
import { firstDifference, folded, purged, refusalOf, START } from '../support/meeting.ts';
import { evenScores } from '../support/people.ts';
import { setScene, type Scene, type SceneOptions } from '../support/scene.ts';

/** A 80, B 79, C 70, confirmed and closed. */
function closed(options: SceneOptions = {}): Scene {
  const scene = setScene({ scrutineer: true, ...options });
  const { host, scrutineer } = scene;
  const shares: Record<string, number> = { A: 0.8, B: 0.79, C: 0.7 };
  for (const unit of ['A', 'B', 'C']) {
    scene.scores(unit, () => shares[unit]!);
    if (options.scrutineer !== false) scrutineer.confirmsCount(unit);
  }
  host.send('meeting.close', {});
  return scene;
}

const seen = ({ state }: Scene) => appealView(state);
const until = (scene: Scene) => seen(scene).until ?? 0;
/** The appeal period runs out. */
const runsOut = (scene: Scene) => scene.meeting.passes(until(scene) - scene.meeting.now);
const placed = (places: { unit: string; rank: number | null; score: number | null }[]) =>
  places.map(({ unit, rank, score }) => [unit, rank, score]);
/** An appeal is right: B's ballots of one category were too low. */
function amends(scene: Scene, share = 1): void {
  const { host, scrutineer, state } = scene;
  for (const pass of ['people-01', 'people-02', 'people-03'])
    scrutineer.confirms(host.proposes('replace', 'B', pass, evenScores(state.scoring, share)));
}

describe('B6 · how long', () => {
  const noon = Date.UTC(2026, 10, 7, 4);
  it.each([
    [0, noon],
    [1, Date.UTC(2026, 10, 8, 10)],
    [3, Date.UTC(2026, 10, 10, 10)],
    [30, Date.UTC(2026, 11, 7, 10)],
  ])(
    'B6 J5 an appeal period of %i days ends at 18:00 in China, the day of the closing not counted',
    (days, ends) => {
      expect(appealEnds(noon, days)).toBe(ends);
    },
  );

  it('B6 J5 what is closed one minute before midnight in China counts from the next day, and one later from the one behind', () => {
    const midnight = Date.UTC(2026, 10, 7, 16);
    expect(appealEnds(midnight - 60_000, 1)).toBe(Date.UTC(2026, 10, 8, 10));
    expect(appealEnds(midnight, 1)).toBe(Date.UTC(2026, 10, 9, 10));
  });

  it('B6 takes 0 to 30 days and keeps 3 where nobody said', () => {
    const { host, state } = setScene();
    const set = (appealDays: number) => () =>
      host.send('meeting.set', { ...state.meeting.settings, appealDays });
    expect(state.meeting.settings.appealDays).toBe(3);
    expect([set(-1), set(31), set(1.5)].map(refusalOf)).toEqual(['malformed', 'malformed', 'malformed']);
    expect([set(0), set(30)].map(refusalOf)).toEqual([null, null]);
  });

  it('B6 a journal of before there were appeals has the default, and its closed meeting stays closed', () => {
    const scene = closed();
    const old = scene.meeting.journal
      .filter(({ type }) => type !== 'result-announced')
      .map((entry) => {
        if (entry.type !== 'settings-set') return entry;
        const { appealDays: _none, ...settings } = entry.data as Record<string, number>;
        return { ...entry, data: settings };
      });
    const state = folded(old);
    expect(state.meeting.settings.appealDays).toBe(3);
    expect(appealView(state).state).toBe('open');
  });
});

describe('B6 · the provisional result', () => {
  it('B6 K1 closing announces every place and when the period ends; the journal holds it, and so its head', () => {
    const scene = closed();
    const entry = scene.meeting.journal.find(({ type }) => type === 'result-announced')!;
    const places = [
      { unit: 'A', rank: 1, score: 8000 },
      { unit: 'B', rank: 2, score: 7900 },
      { unit: 'C', rank: 3, score: 7000 },
    ];
    expect(entry.data).toEqual({ days: 3, until: Date.UTC(2026, 10, 10, 10), places });
    expect(seen(scene)).toEqual({
      state: 'provisional',
      since: entry.at,
      days: 3,
      until: Date.UTC(2026, 10, 10, 10),
      finalAt: null,
      early: false,
      announced: places,
      now: places,
      changes: [],
      earlier: [],
      waits: null,
    });
  });

  it('K2 a unit without a valid result, and one that never came, are announced without rank or score', () => {
    const scene = setScene();
    scene.scores('A');
    scene.host.marksAbsent('B');
    scene.host.send('meeting.close', {});
    expect(placed(seen(scene).announced)).toEqual([
      ['A', 1, 8000],
      ['B', null, null],
      ['C', null, null],
    ]);
  });

  it('V1 nothing is announced while the meeting is open', () => {
    const scene = setScene();
    scene.scores('A');
    expect(seen(scene)).toMatchObject({ state: 'open', announced: [], now: [], until: null });
    expect(refusalOf(() => scene.owner.finalises('等不及'))).toBe('wrong-phase');
  });
});

describe('B4 · what changes on appeal', () => {
  it('B4 K1 an amendment is listed with the place before and after, and moves the ranks of others', () => {
    const scene = closed();
    scene.meeting.passes(3_600_000);
    amends(scene);
    const { announced, now, changes } = seen(scene);
    expect(placed(announced).map(([unit, rank]) => [unit, rank])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ]);
    expect(placed(now).map(([unit, rank]) => [unit, rank])).toEqual([
      ['A', 2],
      ['B', 1],
      ['C', 3],
    ]);
    expect(changes.map(({ unit, kind, at }) => [unit, kind, at])).toEqual(
      changes.map(() => ['B', 'replace', scene.meeting.now]),
    );
    expect(changes[0]!.before).toEqual({ rank: 2, score: 7900 });
    expect(changes.slice(1).map(({ before }) => before)).toEqual(
      changes.slice(0, -1).map(({ after }) => after),
    );
    expect(changes[changes.length - 1]!.after).toEqual({ rank: 1, score: now[1]!.score });
    expect(now[1]!.score).toBeGreaterThan(8000);
  });

  it('B5 K2 a voided ballot that breaks the quorum takes the rank away, and the list says so', () => {
    const scene = closed();
    const { host, scrutineer } = scene;
    for (const { pass } of scene.examiners.slice(0, 3)) scrutineer.confirms(host.proposes('void', 'A', pass));
    const { changes } = seen(scene);
    expect(changes.map(({ kind, after }) => [kind, after.rank])).toEqual([
      ['void', 1],
      ['void', 1],
      ['void', null],
    ]);
  });

  it('B4 takes one host and one scrutineer, a reason, and no late ballot any more', () => {
    const scene = setScene({ scrutineer: true });
    const { host, scrutineer, owner, state } = scene;
    scene.scores('A', (_one, at) => (at === 0 ? null : 0.8));
    const body = { unit: 'A', replaces: 0, scores: evenScores(state.scoring, 0.7) };
    scene.meeting.takes(scene.examiners[0]!.who, 'ballot.submit', body);
    scrutineer.confirmsCount('A');
    host.send('meeting.close', {});
    expect(refusalOf(() => host.proposes('admit', 'A', 'party-01'))).toBe('already-published');
    expect(refusalOf(() => scrutineer.proposes('void', 'A', 'party-02'))).toBe('forbidden');
    const amendment = host.proposes('void', 'A', 'party-02');
    expect(refusalOf(() => owner.confirms(amendment))).toBe('forbidden');
    expect(seen(scene).changes).toEqual([]);
    scrutineer.send('amendment.withdraw', { amendment });
    expect(refusalOf(() => scrutineer.confirms(amendment))).toBe('amendment-unknown');
    expect(seen(scene).changes).toEqual([]);
  });

  it('V2 a ceremony that was never finished does not hold up an appeal: closing has shown everything', () => {
    const scene = setScene({ scrutineer: true, settings: { publish: 'ceremony' } });
    const { host, scrutineer } = scene;
    for (const unit of ['A', 'B', 'C']) {
      scene.scores(unit);
      scrutineer.confirmsCount(unit);
    }
    host.send('ceremony.start', {});
    host.send('ceremony.beat', { from: 0, to: 1 });
    const amendment = host.proposes('void', 'A', 'party-02');
    expect(refusalOf(() => scrutineer.confirms(amendment))).toBe('ceremony');
    host.send('meeting.close', {});
    expect(refusalOf(() => scrutineer.confirms(amendment))).toBeNull();
  });

  it('V1 J6 nobody but organizers reads why, of whom, or what is still open', () => {
    const scene = closed();
    scene.scrutineer.confirms(scene.host.proposes('void', 'B', 'people-01'));
    scene.host.proposes('void', 'B', 'people-02');
    scene.host.corrects('A', 100);
    const slice = JSON.stringify(scene.meeting.slice('screen', 'appeal'));
    expect(slice).not.toMatch(/people-0|核对|计时/);
    expect(scene.meeting.slice('screen', 'appeal').waits).toBeNull();
    for (const audience of ['screen', 'examiner', 'member', 'crowd'] as const)
      expect(scene.meeting.sentTo(audience)).not.toMatch(/核对原票|计时有误/);
    expect(scene.meeting.slice('organizer', 'appeal').waits).toEqual({
      amendments: expect.arrayContaining([
        expect.stringMatching(/^a/),
        expect.stringMatching(/^c/),
      ]) as string[],
      unconfirmed: ['B'],
    });
  });
});

describe('S9 · deductions on appeal', () => {
  it('S9 B4 what is public is corrected by a host and a scrutineer, and listed', () => {
    const scene = setScene({ scrutineer: true });
    const { host, scrutineer, meeting } = scene;
    for (const unit of ['A', 'B', 'C']) scene.scores(unit);
    host.deducts('A', 150, '述职超时');
    for (const unit of ['A', 'B', 'C']) scrutineer.confirmsCount(unit);
    host.send('meeting.close', {});
    expect(refusalOf(() => host.deducts('A', 0))).toBe('meeting-closed');
    const back = host.corrects('A', 0);
    expect(refusalOf(() => host.corrects('A', 50))).toBe('amendment-pending');
    expect(refusalOf(() => host.confirmsCorrection(back))).toBe('forbidden');
    scrutineer.confirmsCorrection(back);
    scrutineer.confirmsCorrection(host.corrects('B', 200, 'late'));
    expect(seen(scene).changes).toEqual([
      {
        id: back,
        unit: 'A',
        kind: 'deduction',
        at: meeting.now,
        before: { rank: 3, score: 7850 },
        after: { rank: 1, score: 8000 },
      },
      expect.objectContaining({
        unit: 'B',
        before: { rank: 1, score: 8000 },
        after: { rank: 3, score: 7800 },
      }),
    ]);
    expect(meeting.slice('organizer', 'count').corrections).toMatchObject([
      {
        id: back,
        deduction: 'd-A',
        points: 0,
        reason: '计时有误',
        state: 'confirmed',
        decidedBy: 'scrutineer',
      },
      { unit: 'B', points: 200, state: 'confirmed' },
    ]);
    expect(meeting.slice('organizer', 'count').deductions).toMatchObject([
      { id: 'late', unit: 'B', points: 200 },
    ]);
  });

  it('S9 a correction names a unit that is public, a deduction of that unit, and something to take back', () => {
    const scene = setScene({ scrutineer: true });
    const { host, scrutineer } = scene;
    for (const unit of ['A', 'B']) scene.scores(unit);
    host.deducts('A', 150);
    expect(refusalOf(() => host.corrects('A', 0))).toBe('not-published');
    expect(refusalOf(() => host.corrects('C', 50))).toBe('not-published');
    scrutineer.confirmsCount('A');
    host.publishes('A');
    expect(refusalOf(() => host.deducts('A', 50))).toBe('already-published');
    expect(refusalOf(() => host.corrects('A', 0, 'd-none'))).toBe('amendment-unknown');
    expect(refusalOf(() => host.corrects('A', 0))).toBeNull();
    scrutineer.confirmsCount('B');
    host.publishes('B');
    expect(refusalOf(() => host.corrects('B', 50, 'd-A'))).toBe('duplicate');
  });

  it('S9 a correction that was withdrawn changes nothing, and nobody confirms it later', () => {
    const scene = closed();
    const { host, scrutineer } = scene;
    const correction = host.corrects('A', 100);
    host.send('correction.withdraw', { correction });
    expect(refusalOf(() => scrutineer.confirmsCorrection(correction))).toBe('amendment-unknown');
    expect(seen(scene).now).toEqual(seen(scene).announced);
  });
});

describe('B6 · the final result', () => {
  it('B6 J5 becomes final at the end of the period and not a millisecond before', () => {
    const scene = closed();
    scene.meeting.passes(until(scene) - scene.meeting.now - 1);
    expect(refusalOf(() => scene.host.finalises())).toBe('appeal-period');
    expect(refusalOf(() => scene.owner.finalises())).toBe('appeal-period');
    scene.meeting.passes(1);
    scene.host.finalises();
    expect(seen(scene)).toMatchObject({ state: 'final', finalAt: until(scene), early: false });
  });

  it('B6 stays provisional until somebody says so, however late', () => {
    const scene = closed();
    runsOut(scene);
    scene.meeting.passes(86_400_000);
    expect(seen(scene).state).toBe('provisional');
    amends(scene);
    expect(seen(scene).changes).not.toEqual([]);
  });

  it('B6 without days it can be final at once', () => {
    const scene = closed({ settings: { appealDays: 0 } });
    expect(until(scene)).toBe(scene.meeting.now);
    scene.host.finalises();
    expect(seen(scene)).toMatchObject({ state: 'final', early: false });
  });

  it('B6 an owner ends it early with a reason, and everybody sees that it was early', () => {
    const scene = closed();
    expect(refusalOf(() => scene.host.finalises('各家都没有异议'))).toBe('appeal-period');
    scene.owner.finalises('各家都没有异议');
    expect(seen(scene)).toMatchObject({ state: 'final', early: true, finalAt: scene.meeting.now });
    expect(JSON.stringify(scene.meeting.slice('screen', 'appeal'))).not.toContain('没有异议');
    const entry = scene.meeting.journal.find(({ type }) => type === 'result-final')!;
    expect(entry.private).toEqual({ reason: '各家都没有异议' });
  });

  it('B4 V2 waits for open amendments, and for every count that changed to be confirmed again', () => {
    const scene = closed();
    const { host, scrutineer } = scene;
    const amendment = host.proposes('void', 'B', 'people-01');
    const correction = host.corrects('A', 50);
    runsOut(scene);
    expect(refusalOf(() => host.finalises())).toBe('appeal-open');
    scrutineer.confirms(amendment);
    expect(refusalOf(() => host.finalises())).toBe('appeal-open');
    host.send('correction.withdraw', { correction });
    expect(refusalOf(() => host.finalises())).toBe('not-confirmed');
    expect(scene.meeting.slice('organizer', 'appeal').waits).toEqual({ amendments: [], unconfirmed: ['B'] });
    scrutineer.confirmsCount('B');
    expect(refusalOf(() => host.finalises())).toBeNull();
  });

  it('B6 is not made final by a host who has not seen the last change', () => {
    const scene = closed({ scrutineer: false });
    runsOut(scene);
    scene.scrutineer.confirms(scene.host.proposes('void', 'B', 'people-01'));
    const makes = (changes: number) =>
      refusalOf(() => scene.host.send('result.finalise', { reason: null, changes }));
    expect(makes(0)).toBe('overtaken');
    expect(makes(1)).toBeNull();
  });

  it('B6 X2 the journal holds the final places; after that nothing of the count changes', () => {
    const scene = closed();
    const { host, owner, scrutineer, state } = scene;
    amends(scene);
    scrutineer.confirmsCount('B');
    const open = host.proposes('void', 'A', 'party-01');
    host.send('amendment.withdraw', { amendment: open });
    runsOut(scene);
    host.finalises();
    const entry = scene.meeting.journal.find(({ type }) => type === 'result-final')!;
    expect(entry.data).toEqual({
      announced: state.appeal.result!.n,
      early: false,
      places: seen(scene).now,
    });
    const tries = [
      () => host.proposes('void', 'A', 'party-01'),
      () => scrutineer.confirms(open),
      () => scrutineer.send('amendment.withdraw', { amendment: open }),
      () => host.deducts('A', 50),
      () => host.corrects('A', 50),
      () => scrutineer.confirmsCorrection('c1'),
      () => host.send('correction.withdraw', { correction: 'c1' }),
      () => scrutineer.confirmsCount('A'),
      () => owner.send('meeting.reopen', { reason: '再来一次' }),
      () => owner.finalises('再来一次'),
    ];
    expect(tries.map(refusalOf)).toEqual(tries.map(() => 'result-final'));
    expect(refusalOf(() => host.finalises())).toBe('result-final');
  });
});

describe('A1 · reopened, and official', () => {
  it('A1 B6 a reopened meeting gives up what it announced; the next closing announces anew, and both stay on record', () => {
    const scene = closed();
    const { owner, host } = scene;
    amends(scene);
    const first = seen(scene).since!;
    scene.meeting.passes(60_000);
    const reopenedAt = scene.meeting.now;
    owner.send('meeting.reopen', { reason: '误关' });
    const earlier = [{ at: first, reopenedAt }];
    expect(seen(scene)).toMatchObject({ state: 'open', announced: [], changes: [], earlier });
    expect(refusalOf(() => owner.finalises('等不及'))).toBe('wrong-phase');
    scene.scrutineer.confirmsCount('B');
    scene.meeting.passes(86_400_000);
    host.send('meeting.close', {});
    expect(seen(scene)).toMatchObject({
      state: 'provisional',
      since: scene.meeting.now,
      until: Date.UTC(2026, 10, 11, 10),
      changes: [],
      earlier,
    });
    expect(placed(seen(scene).announced)[1]!.slice(0, 2)).toEqual(['B', 1]);
    expect(scene.meeting.journal.filter(({ type }) => type === 'result-announced')).toHaveLength(2);
  });

  it('A1 B6 a rehearsal has an appeal period too, and the official meeting behind it starts without its result', () => {
    const scene = closed();
    runsOut(scene);
    scene.host.finalises();
    expect(scene.state.meeting.mode).toBe('rehearsal');
    const head = { length: 1, head: 'x' };
    const opening = officialOpening(scene.state, { id: 'm2', code: '111111', head });
    const state = folded(opening.map((entry, at) => ({ ...entry, n: at + 1, at: START, by: 'system:' })));
    expect(state.meeting).toMatchObject({ mode: 'official', settings: { appealDays: 3 } });
    expect(appealView(state).state).toBe('open');
  });
});

describe('J · the journal', () => {
  /** Amended, corrected, reopened, closed again, and final. */
  function whole(): Scene {
    const scene = closed();
    const { host, owner, scrutineer } = scene;
    amends(scene);
    scrutineer.confirmsCount('B');
    owner.send('meeting.reopen', { reason: '误关' });
    host.send('meeting.close', {});
    scrutineer.confirmsCorrection(host.corrects('A', 50));
    scrutineer.confirmsCount('A');
    owner.finalises('各家都没有异议');
    return scene;
  }

  it('J1 B6 read again from its journal it is the same, with what changed', () => {
    const scene = whole();
    expect(firstDifference(folded(scene.meeting.journal), scene.state)).toBeNull();
  });

  it('J6 B6 after a purge all places and changes are left, and no reason', () => {
    const scene = whole();
    const left = folded(purged(scene.meeting.sealed()));
    expect(appealView(left)).toEqual(seen(scene));
    expect(seen(scene).changes).toHaveLength(1);
    expect(left.appeal.result!.final!.reason).toBeNull();
    expect([...left.corrections.values()].map(({ reason }) => reason)).toEqual([null]);
  });
});
