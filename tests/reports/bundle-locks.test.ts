/** J4, X1 · The bundle carries what the wall showed at each lock. */
import { describe, expect, it } from 'vitest';
import { parseBundle, type Bundle } from '../../assessment/bundle.ts';
import { differences } from '../../assessment/recount.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
scene.scores('A');
scene.scores('B');
const head = { length: scene.state.length + 5, head: 'ab'.repeat(32) };
/** A made-up hash by the number of an entry. */
const headAt = (n: number): string => n.toString(16).padStart(64, '0');
const bundle = bundleOf(scene.state, head, headAt);
const changed = (change: (journal: Bundle['journal']) => void) => {
  const copy = JSON.parse(JSON.stringify(bundle)) as Bundle;
  change(copy.journal);
  return parseBundle(copy);
};
const codes = (change: (lock: { unit: string; length: number; head: string }) => void) => {
  const parsed = changed(({ locks = [] }) => locks[1] && change(locks[1]));
  return 'problems' in parsed ? parsed.problems.map(({ path, code }) => `${path} ${code}`) : [];
};

describe('the locks in a bundle', () => {
  it('J4 X1 are the number and hash of the entries that locked, in the order of turns, and change no result', () => {
    const locked = ['A', 'B'].map((unit) => {
      const length = scene.state.agenda.turns.get(unit)?.lockedIn ?? 0;
      return { unit, length, head: headAt(length) };
    });
    expect(bundle.journal.locks).toEqual(locked);
    expect(parseBundle(bundle)).toEqual({ bundle });
    expect(differences(bundle)).toEqual([]);
  });

  it('X1 are not there where nothing is locked, or no hash is known', () => {
    expect(bundleOf(setScene().state, head, headAt).journal).toEqual(head);
    expect(bundleOf(scene.state, head).journal).toEqual(head);
  });

  it('X1 name known units, each once, within the journal', () => {
    expect(codes((lock) => (lock.unit = 'Z'))).toEqual(['journal.locks.1.unit unknown-unit']);
    expect(codes((lock) => (lock.unit = 'A'))).toEqual(['journal.locks.1.unit duplicate-unit']);
    expect(codes((lock) => (lock.length = head.length + 1))).toEqual(['journal.locks.1.length malformed']);
    expect(codes((lock) => (lock.length = 0))).toEqual(['journal.locks.1.length malformed']);
    expect(codes((lock) => (lock.length = head.length))).toEqual(['journal.locks.1.head malformed']);
    expect(codes((lock) => (lock.head = 'x'))).toEqual(['journal.locks.1.head malformed']);
  });
});
