/** V1, I6, B8 · What a phone of the crowd is sent: what its page shows, and nothing of anybody else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLICES_OF } from '../../assessment/view.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';

const walks = fc.array(fc.nat(0x7fff_ffff), { minLength: 1, maxLength: 200, size: 'max' });

/** Ids and sessions of everybody who has a pass, and of the crowd itself. */
function identities(place: Scene): string[] {
  const passes = [...place.state.passes.all.values()].filter((one) => one.kind !== 'screen');
  const voices = Array.from({ length: 6 }, (_, at) => place.voice(`${at}`).session);
  const sessions = passes.flatMap(({ session }) => session ?? []);
  return [...passes.flatMap(({ id, hash }) => [`"${id}"`, hash]), ...sessions, ...voices];
}

describe('V1 · the crowd’s frames', () => {
  it('hold no pass, no session, no sheet, nobody who is here, no team and no ballot, on any walk', () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        const place = setScene({ units: ['A', 'B', 'C'] });
        seeds.forEach((seed, at) => {
          wander(place, seed);
          if (at % 9 !== 0 && at !== seeds.length - 1) return;
          const { meeting } = place;
          const sent = meeting.sentTo('crowd');
          expect(identities(place).filter((one) => sent.includes(one))).toEqual([]);
          expect(sent).not.toMatch(/考官姓名|receipt|eligible|returned|declined|pending/);
          // The one who answers and those who promised are on the big screen, too; the rest of the team is not sent.
          const said = JSON.stringify([
            meeting.slice('crowd', 'stage').question?.member,
            meeting.slice('crowd', 'promises').map((one) => one.member),
          ]);
          const names = [...sent.matchAll(/成员[A-Z]\d/g)].map(([name]) => name);
          expect(names.filter((name) => !said.includes(name))).toEqual([]);
          expect(meeting.slice('crowd', 'meeting').examiners).toBeNull();
        });
      }),
      { numRuns: 40 },
    );
  });

  it('are of seven slices, none of which tells of connections', () => {
    expect(SLICES_OF.crowd).toEqual(['meeting', 'stage', 'agenda', 'open', 'voices', 'promises', 'ranking']);
    const { meeting } = setScene();
    const before = meeting.sentTo('crowd');
    Object.assign(meeting.live, { crowd: 812, screens: 3, online: () => true });
    expect(meeting.sentTo('crowd')).toBe(before);
  });

  it('B8 say whether the votes count, how many there are, and never which way before it is published', () => {
    const place = setScene();
    place.host.stepsTo('A', 'scoring');
    place.voice('1').votes('A', 'satisfied');
    place.voice('2').votes('A', 'satisfied');
    const voices = place.meeting.slice('crowd', 'voices');
    expect(voices).toMatchObject({ unit: 'A', votes: 2, counts: false });
    expect(Object.keys(voices)).toEqual(['grades', 'counts', 'unit', 'votes']);
    const grades = [{ id: 'satisfied', name: '满意', worth: 10_000 }];
    const counted = setScene({
      scoring: (one) =>
        ({
          ...one,
          sheet: [
            ...one.sheet,
            { id: 'c', name: '群众满意度', full: 1000, step: 50, stage: 'crowd', by: 'crowd' },
          ],
          crowd: { minimum: 30, grades },
        }) as typeof one,
    });
    expect(counted.meeting.slice('crowd', 'voices').counts).toBe(true);
  });

  it('Q4 list the first twenty questions that wait, not those that were asked, and say how many more there are', () => {
    const place = setScene();
    const ids = Array.from({ length: 23 }, (_, at) =>
      place.examiners[at % 7]!.asks('A', `第 ${at + 1} 个问题`),
    );
    place.host.stepsTo('A', 'questioning');
    place.host.send('question.stage', { question: ids[0]! });
    place.voice('1').supports(ids[1]!);
    const { rows, more } = place.meeting.slice('crowd', 'open');
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(1, 21));
    expect([rows[0]?.support, more]).toEqual([1, 2]);
  });

  it('K1 K2 rank what is published, without its parts, categories and counts', () => {
    const place = setScene();
    place.scores('A', () => 0.9);
    place.scores('B', () => 0.7);
    expect(place.meeting.slice('crowd', 'ranking').rows).toEqual([]);
    place.host.publishes('B');
    place.host.publishes('A');
    const { rows, final, full } = place.meeting.slice('crowd', 'ranking');
    expect(rows.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
    expect({ final, full, keys: Object.keys(rows[0] ?? {}) }).toEqual({
      final: false,
      full: 10_000,
      keys: ['unit', 'rank', 'score', 'level', 'why', 'deductions'],
    });
  });
});
