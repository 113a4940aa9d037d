/** J, V1 · The journal as organizers read it: what it says, and what must not be in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_TYPES } from '../../assessment/decide.ts';
import { seal, type Sealed } from '../../assessment/journal.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import { fits, journalLine, type JournalLine } from '../../assessment/view-journal.ts';
import { folded, purged } from '../support/meeting.ts';
import { examinerName, setScene, type Scene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';

const NAMES: Record<string, string> = { host: '主持甲' };
const names = (id: string): string | null => NAMES[id] ?? null;

const linesOf = ({ meeting }: Scene, sealed: Sealed[] = meeting.sealed()): JournalLine[] =>
  sealed.map((one) => journalLine(meeting.state, one, names));
const last = (scene: Scene): JournalLine => linesOf(scene).at(-1)!;

/** Points so large that a number of seven digits is a ballot's. */
const planted = (scoring: Scoring): Scoring => ({
  ...scoring,
  sheet: scoring.sheet.slice(0, 2).map((one) => ({ ...one, full: 4_999_999, step: 1 })),
  trim: null,
});

/** Everything in the journal that must not be read: points, receipts, ratings, votes, devices, hashes of passes, open secrets. */
function secretsOf({ meeting }: Scene): Map<string, string> {
  const found = new Map<string, string>();
  const note = (what: string, value: unknown) => {
    if (typeof value === 'string' || (typeof value === 'number' && value >= 1_000_000))
      found.set(String(value), what);
  };
  for (const { by, type, data, private: secret } of meeting.journal) {
    const at = by.indexOf('@');
    if (at >= 0) note('session', by.slice(at + 1));
    const { scores, receipt, session, hash, passes } = data as Record<string, unknown>;
    for (const points of Object.values((scores ?? {}) as object)) note('score', points);
    note('receipt', receipt);
    note('session', session);
    note('hash', hash);
    for (const one of (passes ?? []) as { hash?: string }[]) note('hash', one.hash);
    if (type === 'draw-promised') note('secret', (secret as { secret: string }).secret);
  }
  return found;
}

describe('V1 · what the journal does not say', () => {
  it('V1 no score, receipt, device, hash or secret of a draw leaves, whatever happened', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0x7fff_ffff), { minLength: 1, maxLength: 300, size: 'max' }),
        fc.constantFrom('signed' as const, 'anonymous' as const),
        (seeds, identity) => {
          const scene = setScene({ scoring: planted, settings: { identity }, scrutineer: true });
          for (const seed of seeds) wander(scene, seed);
          // The hash of an entry is the one thing in a line that is random by itself.
          const told = JSON.stringify(linesOf(scene).map(({ hash: _hash, at: _at, ...line }) => line));
          const leaks = [...secretsOf(scene)].filter(([value]) => told.includes(value));
          expect(leaks).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('V1 a rating and a vote are told without what was rated or voted', () => {
    const scene = setScene();
    const { host, examiners } = scene;
    host.stepsTo('A', 'questioning');
    const question = examiners[0]!.asks('A', '停车位怎么分？');
    host.send('question.stage', { question });
    host.send('question.answered', { question });
    examiners[1]!.rates(question, 'rather-good');
    const rated = last(scene);
    host.stepsTo('A', 'scoring');
    scene.voice('甲').votes('A', 'unsatisfied');
    const voted = last(scene);
    expect([rated.type, voted.type]).toEqual(['answer-rated', 'crowd-voted']);
    expect(JSON.stringify(rated)).not.toContain('rather-good');
    expect(JSON.stringify(voted)).not.toContain('unsatisfied');
    expect(voted.by).toEqual({ role: 'crowd', name: null, pass: null });
  });

  it('V1 I6 a question of the crowd names no voice', () => {
    const scene = setScene();
    const voice = scene.voice('乙');
    voice.asks('A', '公厕没灯？');
    expect(last(scene)).toMatchObject({ pass: null, question: '公厕没灯？', facts: { from: 'crowd' } });
    expect(JSON.stringify(last(scene))).not.toContain(voice.session);
  });

  it('I3 in an anonymous meeting a ballot is its category’s and no pass’s', () => {
    const scene = setScene({ settings: { identity: 'anonymous' } });
    scene.host.stepsTo('A', 'scoring');
    scene.examiner('people-02').submits('A', 0.5);
    const { by, pass } = last(scene);
    for (const one of [by.pass, pass])
      expect(one).toEqual({ id: '', number: '', category: '群众代表', name: null });
  });

  it('V1 L1 the secret of a draw is not in the journal’s page before the draw', () => {
    const scene = setScene();
    scene.host.send('draw.promise', { purpose: 'order' });
    const { secret, commitment } = [...scene.state.draws.all.values()][0]!;
    expect(last(scene).facts).toMatchObject({ purpose: 'order', commitment });
    expect(JSON.stringify(last(scene))).not.toContain(secret);
  });
});

describe('J · what the journal says', () => {
  it('J names who did what to whom, and why', () => {
    const scene = setScene({ scrutineer: true });
    scene.scores('A');
    scene.host.proposes('void', 'A', 'party-01');
    expect(last(scene)).toMatchObject({
      type: 'amendment-proposed',
      kind: 'amendments',
      by: { role: 'host', name: '主持甲', pass: null },
      unit: { id: 'A', name: 'A社区党委' },
      pass: { id: 'party-01', number: '01', category: '党员代表', name: examinerName('party-01') },
      text: '核对原票',
      purged: false,
    });
    scene.scrutineer.confirmsCount('A');
    expect(last(scene).by.name).toBe('监票人甲');
  });

  it('J a type that it does not know says its type and nothing else', () => {
    const scene = setScene();
    scene.meeting.write([
      { type: 'paper-torn', data: { unit: 'A', scores: { report: 1234 } }, private: { note: 'x' } },
    ]);
    const line = last(scene);
    expect(line).toMatchObject({ type: 'paper-torn', kind: null, unit: null, facts: {}, text: null });
    expect(JSON.stringify({ ...line, hash: '' })).not.toMatch(/1234|"x"/);
    scene.meeting.write([{ type: 'constructor', data: {} }]);
    expect(last(scene)).toMatchObject({ type: 'constructor', kind: null });
  });

  it.each(ENTRY_TYPES)('J %s is read whatever is missing in it', (type) => {
    const { state } = setScene();
    for (const data of [{}, null, { unit: 7, pass: {}, frozen: 3, names: 'x' }]) {
      const sealed = seal({ at: 1, by: '', type, data, private: { names: 3, reason: 7 } }, 1, '', 'salt');
      expect(journalLine(state, sealed, names)).toMatchObject({ type, unit: null, pass: null });
    }
  });

  it('J6 after a purge it shows that something stood there, and no name', () => {
    const scene = setScene({ scrutineer: true });
    scene.scores('A');
    scene.host.proposes('void', 'A', 'party-01');
    const bare = scene.meeting.sealed().map(({ n, body, hash }) => ({ n, body, hash }));
    const state = folded(purged(bare));
    const line = journalLine(state, bare.at(-1)!, names);
    expect(line).toMatchObject({ purged: true, text: null, pass: { number: '01', name: null } });
  });
});

describe('J · finding', () => {
  const scene = setScene({ scrutineer: true });
  scene.scores('A');
  scene.host.deducts('A', 100, '述职超时');
  const lines = linesOf(scene);
  const found = (filter: Parameters<typeof fits>[1]) => lines.filter((one) => fits(one, filter));

  it('J finds by kind, unit, person and text', () => {
    expect(found({ kind: 'ballots' }).map((one) => one.type)).toEqual(Array(7).fill('ballot-accepted'));
    expect(new Set(found({ unit: 'A' }).map((one) => one.unit?.id))).toEqual(new Set(['A']));
    expect(found({ person: examinerName('media-01') }).map((one) => one.type)).toEqual([
      'pass-enrolled',
      'ballot-accepted',
    ]);
    expect(found({ person: '媒体代表 01' })).toHaveLength(2);
    expect(found({ text: '超时' }).map((one) => one.type)).toEqual(['deduction-set']);
    expect(found({ kind: 'crowd', unit: 'A' })).toEqual([]);
  });
});
