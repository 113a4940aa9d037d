/** V1 · What is sent, searched for what must not be in it: planted points, names and sessions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scoring } from '../../assessment/sheet.ts';
import { scoreUnit, type UnitScore } from '../../assessment/score.ts';
import { countOf } from '../../assessment/results.ts';
import { attendanceOf } from '../../assessment/ballots.ts';
import type { State } from '../../assessment/state.ts';
import { placeAt } from '../../assessment/ceremony.ts';
import { AUDIENCES, type Audience } from '../../assessment/view.ts';
import { Phone } from '../support/people.ts';
import { examinerName, setScene, type Scene } from '../support/scene.ts';
import { Die } from '../support/wander/making.ts';
import { wander } from '../support/wander.ts';

/** Points so large and so odd that a number of seven digits is a score or a part of one. */
const LEAST = 1_000_000;
const planted = (scoring: Scoring): Scoring => ({
  ...scoring,
  sheet: scoring.sheet.slice(0, 2).map((one) => ({ ...one, full: 4_999_999, step: 1 })),
  trim: null,
});

/** Numbers that stand in a text, as words of digits. */
const numbersIn = (text: string): Set<number> =>
  new Set([...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)));

const isTelling = (value: number | null | undefined): value is number =>
  typeof value === 'number' && value >= LEAST;

/** Every figure of a result. */
function figuresOf(score: UnitScore): number[] {
  const means = score.categories.flatMap(({ mean, questioning }) => [mean, questioning]);
  return [score.score, score.questioning, ...Object.values(score.parts), ...means].filter(isTelling);
}

/** The result that a unit would have if it were locked now. */
const resultNow = (state: State, unit: string): UnitScore => {
  const count = countOf(state, unit);
  const eligible = state.agenda.turns.get(unit)?.frozen?.eligible ?? attendanceOf(state, unit).eligible;
  return scoreUnit(state.scoring, { ...count, eligible });
};

/** Figures that an audience may see: of what is published, of what is locked for organizers, of the ceremony's beat. */
function allowed(state: State, audience: Audience): Set<number> {
  const units = [...state.agenda.turns.values()].filter(
    ({ stage }) => stage === 'published' || (stage === 'locked' && audience === 'organizer'),
  );
  const figures = new Set(units.flatMap(({ unit }) => figuresOf(resultNow(state, unit))));
  // Full marks are no secret, and a mean may happen to equal them.
  for (const { full } of state.scoring.sheet) figures.add(full);
  const { ceremony } = state.publication;
  const shown = ceremony ? placeAt(ceremony, ceremony.at)[0] : undefined;
  const score = shown === undefined ? null : resultNow(state, shown).score;
  if (score !== null) figures.add(score);
  return figures;
}

interface Planted {
  pass: string;
  points: number[];
}

/** The points of every ballot that was ever given, replaced ones too. */
const ballotsGiven = ({ meeting }: Scene): Planted[] =>
  meeting.journal.flatMap(({ type, data }) => {
    if (!['ballot-accepted', 'ballot-late', 'paper-keyed', 'amendment-proposed'].includes(type)) return [];
    const { pass, scores } = data as { pass: string; scores: Record<string, number> | null };
    const points = Object.values(scores ?? {});
    return [{ pass, points: [...points, points.reduce((sum, one) => sum + one, 0)].filter(isTelling) }];
  });

/** What one audience was sent that it must not see. */
function leaks(place: Scene, audience: Audience): string[] {
  const { state } = place;
  const found = numbersIn(place.meeting.sentTo(audience));
  const may = allowed(state, audience);
  const secret = (value: number) => found.has(value) && !may.has(value);
  const ballots = ballotsGiven(place).flatMap(({ points }) => points.filter(secret));
  const results = [...state.agenda.turns.keys()].flatMap((unit) =>
    figuresOf(resultNow(state, unit)).filter(secret),
  );
  return [
    ...ballots.map((one) => `${audience}: ballot ${one}`),
    ...results.map((one) => `${audience}: result ${one}`),
  ];
}

const walks = fc.array(fc.nat(0x7fff_ffff), { minLength: 1, maxLength: 300, size: 'max' });
const settings = fc.record({
  publish: fc.constantFrom('at-once' as const, 'after-next' as const, 'ceremony' as const),
  identity: fc.constantFrom('signed' as const, 'anonymous' as const),
});

/** Walks through a meeting and looks at it every few moves. */
function looking(
  seeds: readonly number[],
  options: Parameters<typeof setScene>[0],
  look: (place: Scene) => void,
): void {
  const place = setScene({ scoring: planted, units: ['A', 'B', 'C', 'D'], ...options });
  seeds.forEach((seed, at) => {
    wander(place, seed);
    if (at % 7 === 0 || at === seeds.length - 1) look(place);
  });
}

describe('V1 · scores', () => {
  it('V1 the search finds a score where one is shown', () => {
    const place = setScene({ scoring: planted });
    place.scores('A', (_one, at) => 0.7 + at / 1000);
    const { score } = resultNow(place.state, 'A');
    expect(numbersIn(place.meeting.sentTo('organizer')).has(score!)).toBe(true);
    expect(numbersIn(place.meeting.sentTo('crowd')).has(score!)).toBe(false);
    place.host.publishes('A');
    // A kiosk is for giving scores: it shows none (I8).
    for (const audience of AUDIENCES)
      expect(numbersIn(place.meeting.sentTo(audience)).has(score!)).toBe(audience !== 'kiosk');
  });

  it('V1 no audience sees a score before the lock, none but organizers before it is published, nor anyone a ballot', () => {
    fc.assert(
      fc.property(walks, settings, (seeds, chosen) => {
        looking(seeds, { settings: chosen }, (place) => {
          expect(AUDIENCES.flatMap((audience) => leaks(place, audience))).toEqual([]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('V1 V2 a ceremony shows one score a beat, and nothing of the places above', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.boolean(), { minLength: 4, maxLength: 20 }), (seed, beats) => {
        const place = setScene({
          scoring: planted,
          units: ['A', 'B', 'C', 'D'],
          settings: { publish: 'ceremony' },
        });
        const die = new Die(seed);
        for (const unit of ['A', 'B', 'C']) place.scores(unit, () => (301 + 2 * die.below(300)) / 1000);
        place.host.marksAbsent('D');
        place.host.send('ceremony.start', {});
        for (const on of beats) {
          const from = place.state.publication.ceremony!.at;
          place.meeting.takes(place.host.who, 'ceremony.beat', { from, to: from + (on ? 1 : -1) });
          expect(AUDIENCES.flatMap((audience) => leaks(place, audience))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('V1 nobody is told another’s ballot as his own', () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        looking(seeds, {}, (place) => {
          const given = ballotsGiven(place);
          for (const one of [...place.examiners, place.voice('0'), new Phone(place.meeting, 'stranger')]) {
            const mine = one.mine;
            const found = numbersIn(JSON.stringify(mine));
            const own = new Set(
              given.filter(({ pass }) => pass === mine?.pass?.id).flatMap(({ points }) => points),
            );
            const others = given
              .filter(({ pass }) => pass !== mine?.pass?.id)
              .flatMap(({ points }) => points);
            expect(others.filter((value) => found.has(value) && !own.has(value))).toEqual([]);
          }
        });
      }),
      { numRuns: 25 },
    );
  });
});

describe('V1 · people', () => {
  const OTHERS = AUDIENCES.filter((audience) => audience !== 'organizer');

  it('V1 J6 nobody but organizers reads the name of a person, except the members on stage, and on the wall who promised aloud (P1)', () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        looking(seeds, {}, (place) => {
          const team = JSON.stringify(place.meeting.slice('screen', 'stage').unit?.members ?? []);
          const wall = JSON.stringify(place.meeting.slice('screen', 'promiseWall'));
          for (const audience of OTHERS) {
            const known = audience === 'screen' ? team + wall : team;
            const text = place.meeting.sentTo(audience);
            expect(text.includes('考官姓名')).toBe(false);
            for (const [name] of text.matchAll(/成员[A-Z]\d/g)) expect(known).toContain(name);
          }
          for (const one of place.examiners) {
            const text = JSON.stringify(one.mine);
            for (const [name] of text.matchAll(/考官姓名[a-z]+-\d\d/g))
              expect(name).toBe(examinerName(one.mine?.pass?.id ?? ''));
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('V1 nothing anywhere tells who of the crowd asked, supported or voted', () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        looking(seeds, {}, (place) => {
          const voices = Array.from({ length: 6 }, (_, at) => place.voice(`${at}`).session);
          const people = [...place.examiners, ...Array.from({ length: 6 }, (_, at) => place.voice(`${at}`))];
          const sent = [
            ...Object.values(place.meeting.sent()),
            ...people.map((one) => JSON.stringify(one.mine)),
          ];
          for (const voice of voices) expect(sent.some((text) => text.includes(voice))).toBe(false);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('V1 no secret of a pass and no hash of one is sent to anybody', () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        looking(seeds, {}, (place) => {
          const sent = Object.values(place.meeting.sent()).join('\n');
          for (const { hash } of place.state.passes.all.values()) expect(sent.includes(hash)).toBe(false);
        });
      }),
      { numRuns: 10 },
    );
  });
});

describe('V1 · questions', () => {
  it('V1 Q3 nobody but organizers and the asker reads a question that was not accepted', () => {
    const place = setScene({});
    const voice = place.voice('1');
    voice.asks('A', '还没有审核的问题');
    for (const audience of AUDIENCES) {
      expect(place.meeting.sentTo(audience).includes('还没有审核的问题')).toBe(audience === 'organizer');
    }
    expect(JSON.stringify(voice.mine)).toContain('还没有审核的问题');
    expect(JSON.stringify(place.voice('2').mine)).not.toContain('还没有审核的问题');
  });
});
