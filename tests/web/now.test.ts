/** What is expected of an examiner: every state of meeting and turn is one sentence and at most one red button. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUTTONS, nowOf, SENTENCES, type Facts, type Now } from '../../web/lib/phone/stage/now.ts';

const live: Facts = {
  phase: 'live',
  publish: 'at-once',
  present: true,
  stage: null,
  question: null,
  rating: null,
  ballot: 'none',
  recused: false,
  paper: false,
  waits: false,
  next: true,
  askable: true,
  last: null,
  results: false,
};
const asked = { state: 'asked', mine: false } as const;
const answered = { state: 'answered', mine: false } as const;

type Row = [name: string, facts: Partial<Facts>, say: Now['say'], main: Now['main'], also: Now['also']];
const ROWS: Row[] = [
  ['before the meeting is ready', { phase: 'draft' }, 'before', null, ['ask']],
  ['before it opens', { phase: 'ready' }, 'before', null, ['ask']],
  ['before it opens, with nobody to ask', { phase: 'ready', askable: false }, 'before', null, []],
  ['before the first unit', {}, 'next', null, ['ask']],
  ['I4 checked out', { present: false, stage: 'scoring' }, 'gone', 'help', []],
  ['A2 the report', { stage: 'reporting' }, 'hear', 'ask', ['ballot']],
  ['A5 the report, draft begun', { stage: 'reporting', ballot: 'begun' }, 'hearBegun', 'ask', ['ballot']],
  ['I5 the report, recused', { stage: 'reporting', recused: true }, 'hearRecused', 'ask', []],
  ['I8 the report, on paper', { stage: 'reporting', paper: true }, 'hearPaper', 'ask', []],
  ['A1 the report, in the rain', { stage: 'reporting', phase: 'paused' }, 'pausedTurn', 'ask', ['ballot']],
  ['questioning, no question yet', { stage: 'questioning' }, 'between', 'ask', ['ballot']],
  ['questioning, recused', { stage: 'questioning', recused: true }, 'betweenRecused', 'ask', []],
  ['an answer is given', { stage: 'questioning', question: asked }, 'listen', 'ask', ['ballot']],
  [
    'my question is on stage',
    { stage: 'questioning', question: { ...asked, mine: true } },
    'listenMine',
    'ask',
    ['ballot'],
  ],
  [
    'Q5 the window is open',
    { stage: 'questioning', question: answered, rating: 'open' },
    'rate',
    null,
    ['ballot', 'ask'],
  ],
  [
    'Q5 rated',
    { stage: 'questioning', question: answered, rating: 'rated' },
    'rated',
    null,
    ['ballot', 'ask'],
  ],
  [
    'Q5 the window is open in the rain',
    { stage: 'questioning', question: answered, rating: 'open', phase: 'paused' },
    'rate',
    null,
    ['ballot', 'ask'],
  ],
  ['Q5 the window is over', { stage: 'questioning', question: answered }, 'between', 'ask', ['ballot']],
  ['B3 scoring', { stage: 'scoring' }, 'score', 'fill', []],
  ['B3 scoring in the rain', { stage: 'scoring', phase: 'paused' }, 'score', 'fill', []],
  ['B2 scoring, draft begun', { stage: 'scoring', ballot: 'begun' }, 'scoreBegun', 'goOn', []],
  ['scoring, on this phone', { stage: 'scoring', ballot: 'stored' }, 'stored', null, ['progress', 'change']],
  ['scoring, counted', { stage: 'scoring', ballot: 'counted' }, 'counted', null, ['receipt', 'change']],
  ['scoring, refused', { stage: 'scoring', ballot: 'refused' }, 'refused', 'why', []],
  ['I5 scoring, recused', { stage: 'scoring', recused: true }, 'recused', null, ['ask']],
  ['I8 scoring, on paper', { stage: 'scoring', paper: true }, 'paper', null, []],
  [
    'I8 the paper is keyed',
    { stage: 'scoring', paper: true, ballot: 'counted' },
    'paperCounted',
    null,
    ['receipt'],
  ],
  ['B3 closing', { stage: 'closing' }, 'closing', 'fill', ['wait']],
  [
    'B3 closing, waited for',
    { stage: 'closing', waits: true, ballot: 'begun' },
    'closingWaits',
    'goOn',
    ['wait'],
  ],
  ['closing, counted', { stage: 'closing', ballot: 'counted' }, 'counted', null, ['receipt', 'change']],
  ['closing, on this phone', { stage: 'closing', ballot: 'stored' }, 'stored', null, ['progress', 'change']],
  ['locked, counted', { last: 'counted' }, 'nextCounted', null, ['ask']],
  ['locked, no ballot', { last: 'nothing' }, 'nextNothing', null, ['ask']],
  ['locked, recused', { last: 'recused' }, 'nextRecused', null, ['ask']],
  ['A2 the unit was absent', { last: 'absent' }, 'nextAbsent', null, ['ask']],
  ['published', { last: 'published', results: true }, 'nextPublished', null, ['results', 'ask']],
  ['between turns in the rain', { last: 'counted', phase: 'paused' }, 'pausedBetween', null, ['ask']],
  ['all have been on stage', { next: false, askable: false, last: 'counted' }, 'over', null, []],
  [
    'V2 the ceremony is due',
    { next: false, askable: false, last: 'counted', publish: 'ceremony' },
    'ceremony',
    null,
    [],
  ],
  ['closed: the results stand on the page', { phase: 'closed', results: true }, 'closed', null, ['records']],
  ['closed without results', { phase: 'closed' }, 'closed', null, ['records']],
];

describe('one sentence and one button', () => {
  test.each(ROWS)('%s', (_name, facts, say, main, also) => {
    const { later: _later, ...now } = nowOf({ ...live, ...facts });
    expect(now).toEqual({ say, main, also });
  });

  test('every sentence and every button has its state', () => {
    const all = ROWS.map(([, facts]) => nowOf({ ...live, ...facts }));
    expect(new Set(all.map(({ say }) => say))).toEqual(new Set(SENTENCES));
    expect(new Set(all.flatMap(({ main, also }) => [...also, ...(main ? [main] : [])]))).toEqual(
      new Set(BUTTONS),
    );
  });

  test('V2 says when a score that is not public at once will come', () => {
    const later = (facts: Partial<Facts>) => nowOf({ ...live, last: 'counted', ...facts }).later;
    expect(later({})).toBeNull();
    expect(later({ publish: 'after-next' })).toBe('after-next');
    expect(later({ publish: 'ceremony', phase: 'paused' })).toBe('ceremony');
    expect(later({ publish: 'after-next', last: 'published' })).toBeNull();
    expect(later({ publish: 'after-next', last: 'absent' })).toBeNull();
  });

  test('I5, I8, B3, A1 whatever happens: no ballot where it would be refused, no button twice, at most three', () => {
    const facts = fc.record({
      phase: fc.constantFrom('draft', 'ready', 'live', 'paused', 'closed'),
      publish: fc.constantFrom('at-once', 'after-next', 'ceremony'),
      present: fc.boolean(),
      stage: fc.constantFrom(
        null,
        'waiting',
        'reporting',
        'questioning',
        'scoring',
        'closing',
        'locked',
        'published',
      ),
      question: fc.constantFrom(null, asked, answered, { ...asked, mine: true }),
      rating: fc.constantFrom(null, 'open', 'rated'),
      ballot: fc.constantFrom('none', 'begun', 'stored', 'counted', 'refused'),
      recused: fc.boolean(),
      paper: fc.boolean(),
      waits: fc.boolean(),
      next: fc.boolean(),
      askable: fc.boolean(),
      last: fc.constantFrom(null, 'counted', 'nothing', 'recused', 'absent', 'published'),
      results: fc.boolean(),
    }) as fc.Arbitrary<Facts>;
    fc.assert(
      fc.property(facts, (one) => {
        const { main, also } = nowOf(one);
        const all = main ? [...also, main] : also;
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBeLessThanOrEqual(3);
        const scores = all.some((button) => ['ballot', 'fill', 'goOn'].includes(button));
        if (scores)
          expect([one.recused, one.paper, one.present, one.phase === 'closed']).toEqual([
            false,
            false,
            true,
            false,
          ]);
        if (all.includes('wait')) expect(one.stage).toBe('closing');
      }),
      { numRuns: 2000 },
    );
  });
});
