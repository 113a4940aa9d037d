/** B6, V1, V4 · What is public of a meeting once it is closed, level by level, and what is never in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScore } from '../../assessment/decimal.ts';
import { DEFAULT_SETTINGS } from '../../assessment/meeting.ts';
import { publishedBundle, publishedOf } from '../../reports/published.ts';
import { folded, purged, refusalOf } from '../support/meeting.ts';
import { examinerName, memberName, setScene, type Scene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';
import { bundleIn, HEAD, playedMeeting } from './meetings.ts';

type Publication = 'results' | 'inclusion' | 'full';
const LEVELS = ['results', 'inclusion', 'full'] as const;

const closed = (publication: Publication) => {
  const scene = setScene({ settings: { publication } });
  scene.scores('A');
  scene.scores('B', (_one, at) => (at < 6 ? 0.7 : null));
  scene.host.send('meeting.close', {});
  return scene;
};

/** What is public now, which there must be. */
function publicOf({ state }: Scene) {
  const published = publishedOf(state, HEAD);
  if (!published) throw new Error('nothing is public');
  return published;
}

/** The played meeting, over: what is on stage is locked, and the scrutineer confirms what he has to. */
function playedToTheEnd(publication: Publication = 'inclusion'): Scene {
  const scene = playedMeeting();
  const { host, scrutineer, state } = scene;
  host.send('meeting.set', { ...state.meeting.settings, publication });
  host.stepsTo('H', 'locked');
  for (const unit of state.agenda.order)
    if (state.agenda.turns.get(unit)?.stage === 'locked') scrutineer.confirmsCount(unit);
  host.send('meeting.close', {});
  return scene;
}

/** A question that was answered, rated and promised on; one that was declined, and one that nobody asked aloud. */
function asked(scene: Scene) {
  const { host } = scene;
  const [one, two] = [scene.examiner('party-01'), scene.examiner('people-01')];
  const voice = scene.voice('square');
  const declined = voice.asks('A', '没有采用的话');
  const crowds = voice.asks('A', '群众问路灯');
  const waiting = two.asks('A', '还在排队的话');
  const mine = one.asks('A', '考官问停车', { portfolio: '停车' });
  host.send('question.decline', { question: declined, reason: '不采用的理由' });
  host.send('question.accept', { question: crowds });
  host.stepsTo('A', 'questioning');
  for (const question of [mine, crowds]) {
    host.send('question.stage', { question });
    host.send('question.answered', { question });
  }
  two.rates(mine, 'good');
  scene.meeting.write([{ type: 'ratings-shown', data: { question: mine } }]);
  host.send('promise.make', { question: crowds, text: '换好路灯', due: '2026-11-30', member: null });
  return { declined, crowds, waiting, mine };
}

describe('B6 · publication', () => {
  it('B6 publishes nothing before the meeting is closed, and nothing again once it is reopened', () => {
    for (const publication of LEVELS) {
      const scene = setScene({ settings: { publication } });
      scene.scores('A');
      scene.host.publishes('A');
      expect(publishedOf(scene.state, HEAD)).toBeNull();
      expect(publishedBundle(scene.state, HEAD)).toBeNull();
      scene.host.send('meeting.close', {});
      expect(publishedOf(scene.state, HEAD)).not.toBeNull();
      scene.owner.send('meeting.reopen', { reason: '核对' });
      expect(publishedOf(scene.state, HEAD)).toBeNull();
      expect(publishedBundle(scene.state, HEAD)).toBeNull();
    }
  });

  it('B6 publishes the receipts that were counted, without scores, by default; none with the results alone', () => {
    expect(DEFAULT_SETTINGS.publication).toBe('inclusion');
    const receipts = (publication: Publication) => publicOf(closed(publication)).receipts;
    expect(receipts('results')).toBeNull();
    const { ballots } = bundleIn(closed('inclusion'));
    expect(receipts('inclusion')).toEqual(ballots.map(({ receipt }) => receipt));
    expect(receipts('full')).toHaveLength(ballots.length);
  });

  it('B6 hands out the whole bundle only where the meeting says so', () => {
    expect(publishedBundle(closed('results').state, HEAD)).toBeNull();
    expect(publishedBundle(closed('inclusion').state, HEAD)).toBeNull();
    const scene = closed('full');
    expect(publishedBundle(scene.state, HEAD)).toEqual(bundleIn(scene));
  });

  it('B6 a void or late ballot is not among the counted ones', () => {
    const scene = closed('inclusion');
    scene.owner.send('meeting.reopen', { reason: '核对' });
    const { receipt } = scene.state.ballots.byUnit.get('A')!.get('party-01')!;
    scene.scrutineer.confirms(scene.host.proposes('void', 'A', 'party-01'));
    scene.host.send('meeting.close', {});
    expect(publicOf(scene).receipts).not.toContain(receipt);
  });

  it('X2 K2 the ranking is the recount of the bundle, those without a rank below it with the reason', () => {
    const scene = playedToTheEnd();
    const { units } = publicOf(scene);
    const { results } = bundleIn(scene);
    const shown = (points: number | null) => (points === null ? null : formatScore(points));
    const ours = units.map(({ unit, rank, score, questioning, crowd, level }) => ({
      unit,
      rank,
      score: shown(score),
      questioning: shown(questioning),
      crowd: shown(crowd),
      level,
    }));
    const byUnit = (a: { unit: string }, b: { unit: string }) => (a.unit < b.unit ? -1 : 1);
    expect([...ours].sort(byUnit)).toEqual([...results].sort(byUnit));
    const ranks = units.map(({ rank }) => rank);
    expect(ranks.slice(0, ranks.indexOf(null))).toEqual([...ranks.filter((one) => one !== null)].sort());
    expect(ranks.slice(ranks.indexOf(null)).every((rank) => rank === null)).toBe(true);
    const why = Object.fromEntries(units.map((one) => [one.unit, one.why]));
    expect(why).toMatchObject({ A: null, B: 'quorum', C: 'absent', G: 'nobody-eligible' });
  });

  it('K2 a unit that never came up is listed and says so', () => {
    const { units } = publicOf(closed('results'));
    expect(units.find(({ unit }) => unit === 'C')).toMatchObject({
      rank: null,
      score: null,
      why: 'not-held',
    });
  });

  it('V4 S9 names deductions with their reason, and no category means where a category is small', () => {
    const [first] = publicOf(playedToTheEnd()).units.filter(({ unit }) => unit === 'A');
    expect(first).toMatchObject({ categories: null, deductions: 75 });
    expect(first?.off).toEqual([
      { points: 50, reason: '超时' },
      { points: 25, reason: '材料不全' },
    ]);
  });
});

describe('Q, P · what was asked aloud', () => {
  it('Q1 P1 names the asker by his category alone, and leaves out what was declined or never asked', () => {
    const scene = setScene();
    asked(scene);
    scene.host.stepsTo('A', 'locked');
    scene.host.send('meeting.close', {});
    const published = publicOf(scene);
    const [unit] = published.units.filter((one) => one.unit === 'A');
    expect(unit?.questions).toEqual([
      {
        text: '群众问路灯',
        from: 'crowd',
        category: null,
        portfolio: null,
        member: { name: memberName('A1'), post: '党委书记' },
        support: 0,
        ratings: null,
        promises: [
          {
            text: '换好路灯',
            member: { name: memberName('A1'), post: '党委书记' },
            due: '2026-11-30',
            state: 'made',
          },
        ],
      },
      {
        text: '考官问停车',
        from: 'examiner',
        category: '党员代表',
        portfolio: '停车',
        member: { name: memberName('A2'), post: '党委副书记' },
        support: 0,
        ratings: { good: 1, 'rather-good': 0, fair: 0, poor: 0 },
        promises: [],
      },
    ]);
    expect(JSON.stringify(published)).not.toMatch(/没有采用的话|还在排队的话|不采用的理由/);
  });

  it('J6 after a purge texts and names are gone, and the ranking stands', () => {
    const scene = setScene();
    asked(scene);
    scene.scores('A', () => 0.8);
    scene.host.send('meeting.close', {});
    const { units } = publicOf(scene);
    const after = publishedOf(folded(purged(scene.meeting.sealed())), HEAD);
    const rank = (all: typeof units) =>
      all.map(({ unit, rank, score, parts }) => ({ unit, rank, score, parts }));
    expect(rank(after?.units ?? [])).toEqual(rank(units));
    expect(after?.units[0]?.questions.map(({ text, member }) => [text, member?.name])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

/** What stands in the state and in nobody's public page. */
function secretsOf({ state, meeting }: Scene): string[] {
  const { roster, passes, questions, amendments, ballots, publication } = state;
  const aloud = ['asked', 'answered', 'closed'];
  const said = [...questions.all.values()].filter((one) => aloud.includes(one.state));
  const open = new Set(said.flatMap(({ text, shown }) => [text, shown]));
  const shown = new Set(publication.published);
  const hidden = state.meeting.settings.publication === 'results';
  return [
    ...[...roster.examiners.values()].flatMap(({ id, name, employer }) => [id, name, employer]),
    ...[...passes.all.values()].flatMap(({ id, hash, session }) => [id, hash, session]),
    ...[...questions.all.values()].flatMap(({ text, asker, declined }) => [
      open.has(text) ? null : text,
      asker,
      declined,
    ]),
    ...[...amendments.all.values()].map(({ reason }) => reason),
    ...[...ballots.byUnit].flatMap(([unit, all]) =>
      hidden || !shown.has(unit) ? [...all.values()].map(({ receipt }) => receipt) : [],
    ),
    ...[...ballots.late.values()].flatMap((all) => [...all.values()].map(({ receipt }) => receipt)),
    ...[...meeting.online],
  ].filter((one): one is string => typeof one === 'string' && one.length > 3);
}

describe('V1 · nobody is in it', () => {
  it('V1 the search finds a secret where one is said', () => {
    const scene = playedToTheEnd();
    expect(secretsOf(scene)).toContain(examinerName('party-01'));
    expect(secretsOf(scene).length).toBeGreaterThan(100);
  });

  it('V1 B6 no examiner, pass, session, unasked question, reason or uncounted receipt, at any level', () => {
    for (const level of LEVELS) {
      const scene = playedToTheEnd(level);
      const said = JSON.stringify(publicOf(scene));
      expect(secretsOf(scene).filter((one) => said.includes(one))).toEqual([]);
    }
  });

  it('V1 nor after any walk through a meeting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0x7fff_ffff), { minLength: 40, maxLength: 160, size: 'max' }),
        fc.constantFrom(...LEVELS),
        (seeds, publication) => {
          const scene = setScene({ settings: { publication } });
          asked(scene);
          scene.scores('A');
          for (const seed of seeds) wander(scene, seed);
          const { onStage } = scene.state.agenda;
          if (onStage) refusalOf(() => scene.host.stepsTo(onStage, 'locked'));
          if (scene.state.meeting.phase !== 'closed') {
            expect(publishedOf(scene.state, HEAD)).toBeNull();
            refusalOf(() => scene.host.send('meeting.close', {}));
          }
          const published = publishedOf(scene.state, HEAD);
          if (!published) return;
          const text = JSON.stringify(published);
          expect(secretsOf(scene).filter((one) => text.includes(one))).toEqual([]);
          expect(text).not.toMatch(/"scores"/);
        },
      ),
      { numRuns: 60 },
    );
  });
});
