/** B2 · Criterion by criterion: where a ballot goes on. */
import { expect, test } from 'vitest';
import { defaultScoring } from '../../assessment/sheet.ts';
import { goesOnAt } from '../../web/lib/phone/ballot/steps.ts';
import { Draft } from '../../web/lib/phone/draft.svelte.ts';

const scoring = defaultScoring([{ id: 'people', name: '群众代表', weight: 100 }]);
const ids = ['report', 'direct', 'evidence', 'measures'];
const criteria = ids.map((id) => ({ id }));
const has =
  (...given: string[]) =>
  (id: string) =>
    given.includes(id);

test('an empty ballot begins with the first criterion', () =>
  expect(goesOnAt(criteria, null, has())).toBe(0));
test('one begun elsewhere goes on with the first that has no points', () =>
  expect(goesOnAt(criteria, null, has('report', 'evidence'))).toBe(1));
test('it goes on where it was, though that one has its points', () =>
  expect(goesOnAt(criteria, 'evidence', has(...ids))).toBe(2));
test('a criterion that has gone from the sheet is nowhere to go on', () =>
  expect(goesOnAt(criteria, 'gone', has('report'))).toBe(1));
test('a whole ballot is gone through from the start', () =>
  expect(goesOnAt(criteria, null, has(...ids))).toBe(0));
test('a sheet without criteria has a place all the same', () => expect(goesOnAt([], 'x', has())).toBe(0));

test('a reload finds the criterion that was open, a ballot that was sent does not', () => {
  const draft = () => new Draft('steps', () => scoring, null);
  draft().visit('evidence');
  expect(draft().at).toBe('evidence');
  draft().forget();
  expect(draft().at).toBeNull();
});
