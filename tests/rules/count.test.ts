import { describe, expect, it } from 'vitest';
import { proposedScores } from '../../assessment/view-count.ts';
import { refusalOf } from '../support/meeting.ts';
import { evenScores } from '../support/people.ts';
import { examinerName, setScene, type Scene } from '../support/scene.ts';

const seen = ({ meeting }: Scene) => meeting.slice('organizer', 'count');
const unitOf = (scene: Scene, unit = 'A') => seen(scene).units.find((one) => one.unit === unit)!;

/** Unit A is locked; one examiner's ballot comes too late. */
function late(options: Parameters<typeof setScene>[0] = {}): Scene {
  const scene = setScene({ scrutineer: true, ...options });
  scene.scores('A', (_one, at) => (at === 0 ? null : 0.8));
  const body = { unit: 'A', replaces: 0, scores: evenScores(scene.state.scoring, 0.7) };
  scene.meeting.takes(scene.examiners[0]!.who, 'ballot.submit', body);
  return scene;
}

describe('B4 · what organizers see of amendments', () => {
  it('B4 a late ballot is listed by its pass and bearer, without receipt or score', () => {
    const scene = late();
    const receipt = scene.state.ballots.late.get('A')!.get('party-01')!.receipt;
    expect(seen(scene).late).toEqual([
      {
        unit: 'A',
        pass: 'party-01',
        number: '01',
        category: 'party',
        name: examinerName('party-01'),
        at: scene.meeting.now,
      },
    ]);
    expect(JSON.stringify(seen(scene))).not.toContain(receipt);
  });

  it('B4 I3 an amendment is offered for who has a ballot; where passes are anonymous nobody says who has', () => {
    const given = unitOf(late()).given!;
    expect(given).not.toContain('party-01');
    expect([...given].sort()).toEqual(given);
    expect(given).toHaveLength(6);
    expect(unitOf(late({ settings: { identity: 'anonymous' } })).given).toBeNull();
  });

  it('B4 I3 where nobody is named, a late ballot is known by its number alone', () => {
    const scene = late({ settings: { identity: 'anonymous' } });
    expect(seen(scene).late[0]).toMatchObject({ number: '01', name: null });
  });

  it('B4 a proposal says who, why and when; confirming it changes the count, which must be confirmed anew', () => {
    const scene = late();
    const { host, scrutineer, meeting } = scene;
    scrutineer.send('turn.confirm', { unit: 'A', count: unitOf(scene).count });
    expect(unitOf(scene).confirmed).toEqual({ by: 'scrutineer', at: meeting.now });
    const proposed = meeting.now;
    const amendment = host.proposes('admit', 'A', 'party-01');
    expect(seen(scene).amendments).toMatchObject([
      { id: amendment, state: 'pending', proposedBy: 'host', reason: '核对原票', decidedBy: null },
    ]);
    expect(unitOf(scene)).toMatchObject({ counted: 6, confirmed: { by: 'scrutineer' } });
    meeting.passes(5000);
    scrutineer.confirms(amendment);
    expect(seen(scene).amendments).toMatchObject([
      {
        state: 'confirmed',
        at: proposed,
        decidedBy: 'scrutineer',
        decidedAt: meeting.now,
        afterPublication: false,
      },
    ]);
    expect(seen(scene).late).toEqual([]);
    expect(unitOf(scene)).toMatchObject({ counted: 7, eligible: 7, confirmed: null });
    expect(refusalOf(() => host.publishes('A'))).toBe('not-confirmed');
  });

  it('B4 one ballot has one open amendment at most', () => {
    const scene = late();
    const { host } = scene;
    const amendment = host.proposes('void', 'A', 'party-02');
    expect(
      refusalOf(() => host.proposes('replace', 'A', 'party-02', evenScores(scene.state.scoring, 1))),
    ).toBe('amendment-pending');
    host.send('amendment.withdraw', { amendment });
    expect(seen(scene).amendments[0]).toMatchObject({ state: 'withdrawn', decidedBy: 'host' });
    expect(refusalOf(() => host.proposes('void', 'A', 'party-02'))).toBeNull();
  });

  it('B4 says which amendments came when the result was public', () => {
    const scene = late();
    const { host, scrutineer, meeting } = scene;
    scrutineer.confirms(host.proposes('void', 'A', 'party-02'));
    scrutineer.confirmsCount('A');
    host.publishes('A');
    meeting.passes(1000);
    scrutineer.confirms(host.proposes('void', 'A', 'party-03'));
    expect(seen(scene).amendments.map((one) => one.afterPublication)).toEqual([false, true]);
    expect(refusalOf(() => host.deducts('A', 100))).toBe('already-published');
  });

  it('V1 B4 proposed scores are in no frame; they can be asked for while the amendment is open, and never again', () => {
    const scene = late();
    const { host, scrutineer, state, meeting } = scene;
    const scores = { report: 1750, direct: 1350, evidence: 2150, measures: 1150 };
    const amendment = host.proposes('replace', 'A', 'party-02', scores);
    for (const text of Object.values(meeting.sent())) expect(text).not.toMatch(/1750|1350|2150|1150/);
    expect(proposedScores(state, amendment)).toEqual(scores);
    scrutineer.confirms(amendment);
    expect(proposedScores(state, amendment)).toBeNull();
    expect(proposedScores(state, 'a0')).toBeNull();
  });

  it('V1 nobody but organizers is sent any of it', () => {
    const scene = late();
    scene.host.deducts('A', 150);
    for (const audience of ['screen', 'examiner', 'member', 'crowd'] as const)
      expect(scene.meeting.sentTo(audience)).not.toContain('核对原票');
  });
});

describe('I7 · who confirms', () => {
  it('I7 where scrutineers are named, another account of that role confirms nothing', () => {
    const scene = late();
    const other = { kind: 'organizer', id: 'guest', role: 'scrutineer' } as const;
    const amendment = scene.host.proposes('admit', 'A', 'party-01');
    const tries = (type: 'turn.confirm' | 'amendment.confirm', body: never) =>
      refusalOf(() => scene.meeting.send(other, type, body));
    expect(tries('turn.confirm', { unit: 'A' } as never)).toBe('not-scrutineer');
    expect(tries('amendment.confirm', { amendment } as never)).toBe('not-scrutineer');
    expect(seen(scene).scrutineers).toEqual([{ id: 'scrutineer', name: '监票人甲' }]);
  });

  it('V2 a count that changed since it was looked at is not confirmed unseen', () => {
    const scene = late();
    const { count } = unitOf(scene);
    scene.host.deducts('A', 100);
    const confirm = (which: number) =>
      refusalOf(() => scene.scrutineer.send('turn.confirm', { unit: 'A', count: which }));
    expect(confirm(count)).toBe('count-changed');
    expect(confirm(unitOf(scene).count)).toBeNull();
  });
});

describe('S9, B7 · deductions and flags', () => {
  it('S9 a unit has as many deductions as there are reasons; taking one back leaves the others', () => {
    const scene = late();
    const { host, meeting, state } = scene;
    host.deducts('A', 150, '述职超时', 'd-1');
    host.deducts('A', 25, '材料迟交', 'd-2');
    expect(seen(scene).deductions).toEqual([
      { id: 'd-1', unit: 'A', points: 150, reason: '述职超时', by: 'host', at: meeting.now },
      { id: 'd-2', unit: 'A', points: 25, reason: '材料迟交', by: 'host', at: meeting.now },
    ]);
    expect(meeting.slice('organizer', 'standings').locked[0]?.deductions).toBe(175);
    host.deducts('A', 0, '误扣', 'd-1');
    expect([...state.amendments.deductions.keys()]).toEqual(['d-2']);
  });

  it('B7 V1 names odd ballots by receipt, not by who gave them', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'scoring');
    scene.examiners.forEach((one, at) =>
      one.submits(
        'A',
        at === 0 ? 1 : at === 1 ? 0.5 : { report: 2000, direct: 1900, evidence: 1800, measures: 1500 },
      ),
    );
    scene.host.steps('A');
    expect(seen(scene).units).toEqual([]);
    scene.host.stepsTo('A', 'locked');
    const { flagged } = unitOf(scene);
    const receiptOf = (pass: string) => scene.state.ballots.byUnit.get('A')!.get(pass)!.receipt;
    expect(new Map(flagged.map(({ receipt, flag }) => [receipt, flag]))).toEqual(
      new Map([
        [receiptOf('party-01'), 'full'],
        [receiptOf('party-02'), 'equal'],
      ]),
    );
    expect(flagged.every((one) => !('pass' in one))).toBe(true);
  });

  it('B5 says by category who of how many', () => {
    expect(unitOf(late()).categories.map(({ id, returned, eligible }) => [id, returned, eligible])).toEqual([
      ['party', 2, 3],
      ['people', 3, 3],
      ['media', 1, 1],
    ]);
  });
});
