/** X1, X2, B6 · What the bundle says of the announced result, and what a recount makes of it. */
import { describe, expect, it } from 'vitest';
import { parseBundle, type Bundle } from '../../assessment/bundle.ts';
import { differences } from '../../assessment/recount.ts';
import { evenScores } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { bundleIn } from './meetings.ts';

/** A and B; B is amended behind the closing and gets past A, and loses a point again. */
function appealed(): Scene {
  const scene = setScene({ units: ['A', 'B'], scrutineer: true });
  const { host, scrutineer, state } = scene;
  scene.scores('A', () => 0.8);
  scene.scores('B', () => 0.79);
  for (const unit of ['A', 'B']) scrutineer.confirmsCount(unit);
  host.send('meeting.close', {});
  scene.meeting.passes(3_600_000);
  scrutineer.confirms(host.proposes('replace', 'B', 'people-01', evenScores(state.scoring, 1)));
  scrutineer.confirmsCorrection(host.corrects('B', 100));
  scrutineer.confirmsCount('B');
  return scene;
}

const problemsOf = (bundle: unknown) => {
  const parsed = parseBundle(JSON.parse(JSON.stringify(bundle)));
  return 'problems' in parsed ? parsed.problems : [];
};
type Result = NonNullable<Bundle['result']>;
const withResult = (bundle: Bundle, change: (result: Result) => void): Bundle => {
  const copy = JSON.parse(JSON.stringify(bundle)) as Bundle;
  change(copy.result!);
  return copy;
};

describe('X1 · the result in the bundle', () => {
  it('X1 B6 it is there once the meeting is closed, with times as China says them, and parses', () => {
    const scene = appealed();
    const bundle = bundleIn(scene);
    expect(bundle.result).toEqual({
      state: 'provisional',
      since: '2026-11-07T09:00:02+08:00',
      days: 3,
      until: '2026-11-10T18:00:00+08:00',
      finalAt: null,
      announced: [
        { unit: 'A', rank: 1, score: '80.00' },
        { unit: 'B', rank: 2, score: '79.00' },
      ],
      changes: [
        {
          unit: 'B',
          kind: 'replace',
          at: '2026-11-07T10:00:02+08:00',
          before: { rank: 2, score: '79.00' },
          after: { rank: 1, score: '82.50' },
        },
        {
          unit: 'B',
          kind: 'deduction',
          at: '2026-11-07T10:00:02+08:00',
          before: { rank: 1, score: '82.50' },
          after: { rank: 1, score: '81.50' },
        },
      ],
    });
    expect(problemsOf(bundle)).toEqual([]);
    expect(differences(bundle)).toEqual([]);
    expect(JSON.stringify(bundle)).not.toContain('核对原票');
  });

  it('X1 B6 before the closing there is none; a final one says when, and whether early', () => {
    expect(bundleIn(setScene())).not.toHaveProperty('result');
    const scene = appealed();
    scene.owner.finalises('没有异议');
    const { result } = bundleIn(scene);
    expect(result).toMatchObject({ state: 'final', finalAt: '2026-11-07T10:00:02+08:00', early: true });
    expect(problemsOf(bundleIn(scene))).toEqual([]);
  });

  it('X1 names known units once, and a final result has its time', () => {
    const bundle = bundleIn(appealed());
    const codes = (change: (result: Result) => void) =>
      problemsOf(withResult(bundle, change)).map(({ path, code }) => `${path} ${code}`);
    expect(codes((one) => (one.announced[1]!.unit = 'Z'))).toContain('result.announced.1.unit unknown-unit');
    expect(codes((one) => (one.announced[1]!.unit = 'A'))).toContain(
      'result.announced.1.unit duplicate-unit',
    );
    expect(codes((one) => (one.changes[0]!.unit = 'Z'))).toEqual(['result.changes.0.unit unknown-unit']);
    expect(codes((one) => (one.state = 'final'))).toEqual(['result.finalAt malformed']);
    expect(codes((one) => (one.until = '2026-13-45T18:00:00+08:00'))).toEqual(['result.until malformed']);
    expect(codes((one) => (one.announced[0]!.score = '80'))).toEqual(['result.announced.0.score malformed']);
  });
});

describe('X2 · what a recount makes of it', () => {
  const bundle = bundleIn(appealed());
  const found = (change: (result: Result) => void) => differences(withResult(bundle, change));

  it('X2 a score that was announced otherwise breaks the chain of changes', () => {
    expect(found((one) => (one.announced[1]!.score = '78.00'))).toEqual([
      { path: 'result.B.before.1.score', published: '79.00', recounted: '78.00' },
    ]);
    expect(found((one) => (one.announced[0]!.score = '80.01'))).toEqual([
      { path: 'result.A.announced.score', published: '80.01', recounted: '80.00' },
    ]);
  });

  it('X2 a change that is left out, and one that ends elsewhere, are found', () => {
    expect(found((one) => one.changes.splice(0, 1))).toEqual([
      { path: 'result.B.before.1.score', published: '82.50', recounted: '79.00' },
    ]);
    expect(found((one) => (one.changes[1]!.after = { rank: 2, score: '70.00' }))).toEqual([
      { path: 'result.B.after.2.score', published: '70.00', recounted: '81.50' },
      { path: 'result.B.after.2.rank', published: 2, recounted: 1 },
    ]);
    expect(found((one) => (one.changes = []))).toEqual([
      { path: 'result.B.announced.score', published: '79.00', recounted: '81.50' },
      { path: 'result.A.announced.rank', published: 1, recounted: 2 },
      { path: 'result.B.announced.rank', published: 2, recounted: 1 },
    ]);
  });

  it('X2 a unit that was not announced is missed', () => {
    expect(found((one) => one.announced.splice(0, 1))).toEqual([
      { path: 'result.A.announced.score', published: null, recounted: '80.00' },
    ]);
  });
});
