import { describe, expect, it } from 'vitest';
import { actorOf } from '../../assessment/actors.ts';
import { DEFAULT_SETTINGS } from '../../assessment/meeting.ts';
import { Refusal } from '../../assessment/noun.ts';
import { officialOpening } from '../../assessment/official.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { emptyState, type State } from '../../assessment/state.ts';
import { audienceOf } from '../../assessment/view.ts';
import { folded, Meeting, purged, refusalOf } from '../support/meeting.ts';
import { ExaminerPhone, Organizer, Phone, secretOf } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

const HEAD = { length: 321, head: 'cd'.repeat(32) };
const opening = (state: State) => officialOpening(state, { id: 'm2', code: '135790', head: HEAD });

function codeOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** A rehearsal that was played with everything in it, and closed. */
function rehearsed(): Scene {
  const scene = setScene({
    scrutineer: true,
    recusals: { 'media-01': ['B'] },
    settings: { publish: 'after-next' },
  });
  const { host, meeting } = scene;
  new Phone(meeting, 'member').enrols('m-A1');
  new Phone(meeting, 'screen').enrols('screen-1');
  host.send('draw.promise', { purpose: 'order' });
  host.send('draw.do', { draw: [...scene.state.draws.all.keys()][0]!, number: 99 });
  scene.examiners[0]!.asks('A', '问');
  scene.scores('A');
  scene.voice('1').asks('B', '问');
  host.deducts('A', 50);
  const next = new ExaminerPhone(meeting, 'people-01', 'second');
  next.enrols('people-01');
  host.send('pass.hand-over', { pass: 'people-01', session: next.session });
  host.send('pass.revoke', { pass: 'people-02', reason: '走错' });
  host.send('pass.check-out', { pass: 'party-01' });
  host.send('pass.reissue', { pass: 'party-02', hash: hashSecret(secretOf('party-02', 2)), reason: '丢失' });
  scene.scrutineer.confirmsCount('A');
  host.send('meeting.close', {});
  return scene;
}

function goneOfficial(scene: Scene): Meeting {
  const meeting = new Meeting();
  meeting.write(opening(scene.state));
  return meeting;
}

describe('A1 · going official', () => {
  const scene = rehearsed();
  const { state } = goneOfficial(scene);

  it('A1 begins with the rehearsal’s head and is ready', () => {
    const [first] = opening(scene.state);
    expect(first).toMatchObject({
      type: 'meeting-created',
      data: { mode: 'official', rehearsal: HEAD, id: 'm2', code: '135790' },
    });
    expect(state.meeting).toMatchObject({ mode: 'official', phase: 'ready', rehearsal: HEAD, demo: true });
  });

  it('A1 takes along roster, sheet, settings and scrutineers', () => {
    expect(state.roster).toEqual(scene.state.roster);
    expect(state.scoring).toEqual(scene.state.scoring);
    const { info, settings, scrutineers } = scene.state.meeting;
    expect(state.meeting).toMatchObject({ info, settings, scrutineers });
  });

  it('A1 takes along passes, enrolments, presence, screens and everything revoked', () => {
    expect([...state.passes.all.values()]).toEqual([...scene.state.passes.all.values()]);
    expect(state.passes.byHash).toEqual(scene.state.passes.byHash);
    expect(state.passes.bySession).toEqual(scene.state.passes.bySession);
    expect(state.passes.revokedSessions).toEqual(scene.state.passes.revokedSessions);
  });

  it('A1 leaves everything else of the rehearsal behind', () => {
    const fresh = emptyState();
    for (const noun of [
      'questions',
      'ballots',
      'amendments',
      'crowd',
      'draws',
      'publication',
      'commands',
    ] as const) {
      expect(state[noun]).toEqual(fresh[noun]);
    }
    expect([...state.agenda.turns.values()].map(({ stage, steps }) => [stage, steps])).toEqual([
      ['waiting', []],
      ['waiting', []],
      ['waiting', []],
    ]);
    expect(state.agenda.order).toEqual(['A', 'B', 'C']);
    expect(state.meeting).toMatchObject({ openedAt: null, closedAt: null, note: null });
  });

  it('A1 I3 takes along what a bearer may not judge by his own word', () => {
    const anonymous = setScene({ settings: { identity: 'anonymous' }, until: 'ready' });
    const one = anonymous.examiners[0]!;
    one.enrols(one.pass);
    one.send('recusal.declare', { unit: 'A' });
    expect(goneOfficial(anonymous).state.passes.all.get(one.pass)?.declared).toEqual(['A']);
  });

  it('A1 goes on with the same devices: they score without scanning again', () => {
    const meeting = goneOfficial(scene);
    const host = new Organizer(meeting, 'host');
    host.send('meeting.open', {});
    host.stepsTo('B', 'scoring');
    const one = new ExaminerPhone(meeting, 'people-01', 'second');
    one.submits('B', 0.5);
    expect(audienceOf(meeting.state, new Phone(meeting, 'screen').who)).toBe('screen');
    expect(audienceOf(meeting.state, new Phone(meeting, 'member').who)).toBe('member');
    expect(actorOf(meeting.state, scene.examiner('people-01').who)).toBeNull();
    expect(actorOf(meeting.state, scene.examiner('people-02').who)).toBeNull();
    const media = new ExaminerPhone(meeting, 'media-01');
    expect(refusalOf(() => media.submits('B', 0.5))).toBe('recused');
    const gone = new ExaminerPhone(meeting, 'party-01');
    expect(refusalOf(() => gone.submits('B', 0.5))).toBe('not-checked-in');
  });

  it('J6 keeps the names in private parts', () => {
    const after = folded(purged(goneOfficial(scene).sealed()));
    expect([...after.roster.examiners.values()].every(({ name }) => name === null)).toBe(true);
    expect(after.meeting.scrutineers).toEqual([{ id: 'scrutineer', name: '' }]);
    expect(after.passes.bySession).toEqual(state.passes.bySession);
  });

  it('A1 goes official from draft, ready or closed, not while it runs', () => {
    const other = setScene({ until: 'roster' });
    expect(codeOf(() => opening(other.state))).toBeNull();
    other.host.send('meeting.ready', {});
    expect(codeOf(() => opening(other.state))).toBeNull();
    other.host.send('meeting.open', {});
    expect(codeOf(() => opening(other.state))).toBe('wrong-phase');
    other.host.send('meeting.pause', { note: null });
    expect(codeOf(() => opening(other.state))).toBe('wrong-phase');
  });

  it('A1 never goes back, nor official twice', () => {
    expect(codeOf(() => opening(state))).toBe('wrong-phase');
  });

  it('A1 needs what a meeting needs to be ready', () => {
    expect(codeOf(() => opening(setScene({ units: [], until: 'roster' }).state))).toBe('not-ready');
    const blank = new Meeting();
    blank.write([{ type: 'settings-set', data: DEFAULT_SETTINGS }]);
    expect(codeOf(() => opening(blank.state))).toBe('not-ready');
  });
});
