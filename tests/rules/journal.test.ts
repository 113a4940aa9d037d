import { describe, expect, it } from 'vitest';
import { checkSeal, GENESIS } from '../../assessment/journal.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { firstDifference, folded, purged, refusalOf, START } from '../support/meeting.ts';
import { evenScores, secretOf } from '../support/people.ts';
import { examinerName, memberName, setScene } from '../support/scene.ts';
import { HEAD, playedMeeting } from '../reports/meetings.ts';

describe('J · journal', () => {
  it('J1 numbers the entries without gaps, and the state is their fold', () => {
    const { meeting } = playedMeeting();
    expect(meeting.journal.map(({ n }) => n)).toEqual(meeting.journal.map((_, at) => at + 1));
    expect(firstDifference(folded(meeting.journal), meeting.state)).toBeNull();
  });

  it('J2 answers the same command with the same receipt and no second effect', () => {
    const { host, meeting, examiners } = setScene();
    const one = examiners[0]!;
    host.stepsTo('A', 'scoring');
    const first = one.submits('A', 0.8, { id: 'ballot-of-one' });
    const before = meeting.journal.length;
    const again = one.submits('A', 0.8, { id: 'ballot-of-one', replaces: 0 });
    expect(again).toMatchObject({ repeated: true, receipt: first.receipt, n: first.n, entries: [] });
    expect(meeting.journal).toHaveLength(before);
  });

  it('J2 answers it also after the lock, and late ballots with the same refusal', () => {
    const { host, meeting, examiners } = setScene();
    const [one, two] = [examiners[0]!, examiners[1]!];
    host.stepsTo('A', 'scoring');
    const first = one.submits('A', 0.8, { id: 'ballot-of-one' });
    host.stepsTo('A', 'locked');
    expect(one.submits('A', 0.8, { id: 'ballot-of-one', replaces: 0 }).receipt).toBe(first.receipt);
    const late = { unit: 'A', replaces: 0, scores: evenScores(meeting.state.scoring, 0.5) };
    const kept = meeting.takes(two.who, 'ballot.submit', late, 'late-ballot');
    const before = meeting.journal.length;
    const repeat = meeting.takes(two.who, 'ballot.submit', late, 'late-ballot');
    expect(repeat.refused?.code).toBe('turn-locked');
    expect(repeat).toMatchObject({ repeated: true, receipt: kept.receipt, n: kept.n });
    expect(meeting.journal).toHaveLength(before);
  });

  it('J2 refuses the same id with another body as id-reused', () => {
    const { host, examiners } = setScene();
    host.stepsTo('A', 'scoring');
    const one = examiners[0]!;
    one.submits('A', 0.8, { id: 'ballot-of-one' });
    expect(refusalOf(() => one.submits('A', 0.7, { id: 'ballot-of-one' }))).toBe('id-reused');
  });

  it('J2 takes the same id from another actor as another command', () => {
    const { host, examiners, state } = setScene();
    host.stepsTo('A', 'scoring');
    for (const one of examiners) one.submits('A', 0.8, { id: 'the-same-id' });
    expect(state.ballots.byUnit.get('A')?.size).toBe(examiners.length);
  });

  it('J2 I4 refuses a revoked session before it looks the id up', () => {
    const { host, examiners } = setScene();
    host.stepsTo('A', 'scoring');
    const one = examiners[0]!;
    one.submits('A', 0.8, { id: 'ballot-of-one' });
    host.send('pass.revoke', { pass: one.pass, reason: '走错会场' });
    expect(refusalOf(() => one.submits('A', 0.8, { id: 'ballot-of-one', replaces: 0 }))).toBe('revoked');
  });

  it('J5 believes the server’s clock only', () => {
    const { host, meeting, examiners, state } = setScene();
    host.stepsTo('A', 'scoring');
    meeting.passes(5_000);
    const body = {
      unit: 'A',
      replaces: 0,
      scores: evenScores(state.scoring, 1),
      at: 1,
      now: 1,
      revision: 9,
      status: 'void',
    };
    meeting.takes(examiners[0]!.who, 'ballot.submit', body);
    const ballot = state.ballots.byUnit.get('A')?.get(examiners[0]!.pass);
    expect(ballot).toMatchObject({ at: START + 5_000, revision: 1, status: 'counted' });
  });

  it('J4 seals every entry behind the one before, and J6 the chain holds without the private parts', () => {
    const sealed = playedMeeting().meeting.sealed();
    const checks = (list: typeof sealed) =>
      list.map((one, at) => checkSeal(one, at + 1, list[at - 1]?.hash ?? GENESIS)).filter(Boolean);
    expect(checks(sealed)).toEqual([]);
    expect(checks(sealed.map(({ n, body, hash }) => ({ n, body, hash })))).toEqual([]);
  });

  it('J6 keeps names, texts, reasons and secrets out of the entries themselves', () => {
    const scene = setScene({ scrutineer: true });
    const { host, scrutineer, examiners } = scene;
    host.stepsTo('A', 'questioning');
    const question = examiners[0]!.asks('A', '问题文字');
    host.send('question.edit', { question, shown: '改写文字' });
    host.send('question.decline', { question, reason: '理由一' });
    host.send('draw.promise', { purpose: 'order' });
    const draw = [...scene.state.draws.all.values()][0]!;
    host.stepsTo('A', 'scoring');
    examiners[1]!.submits('A', 0.8, { assisted: '志愿者丙' });
    host.stepsTo('A', 'locked');
    scrutineer.confirms(host.proposes('void', 'A', examiners[1]!.pass));
    host.deducts('A', 50, '理由二');
    host.send('pass.revoke', { pass: examiners[2]!.pass, reason: '理由三' });
    host.send('meeting.pause', { note: '下雨' });
    const bodies = scene.meeting
      .sealed()
      .map(({ body }) => body)
      .join('\n');
    const people = [...examiners.map(({ pass }) => examinerName(pass)), memberName('A1')];
    const texts = ['问题文字', '改写文字', '理由', '志愿者', '核对原票', '下雨', '监票人甲', draw.secret];
    for (const text of [...people, ...texts]) expect(bodies).not.toContain(text);
  });

  it('J6 gives the same ballots, ranking and count after a purge', () => {
    const { meeting } = playedMeeting();
    const after = folded(purged(meeting.sealed()));
    expect(after.ballots.byUnit.get('A')?.size).toBe(meeting.state.ballots.byUnit.get('A')?.size);
    const count = (state: typeof after) => {
      const { results, ballots, attendance, crowd } = bundleOf(state, HEAD);
      return { results, ballots, attendance, crowd };
    };
    expect(count(after)).toEqual(count(meeting.state));
    expect([...after.roster.examiners.values()].every(({ name }) => name === null)).toBe(true);
  });

  it('J7 counts the time in which the authority was down as a pause', () => {
    const { host, meeting } = setScene();
    host.steps('A');
    const left = () => {
      const clock = meeting.slice('screen', 'stage').clock!;
      return clock.remaining - (meeting.now - clock.since!);
    };
    meeting.passes(60_000);
    const before = left();
    meeting.fails(45_000);
    expect(left()).toBe(before);
    expect(meeting.journal.at(-1)).toMatchObject({ type: 'authority-started', data: { down: 45_000 } });
  });

  it('J7 gives a rating its whole window although the authority was down in it', () => {
    const { host, meeting, examiners, state } = setScene();
    host.stepsTo('A', 'questioning');
    const question = examiners[0]!.asks('A', '问');
    host.send('question.stage', { question });
    host.send('question.answered', { question });
    meeting.passes(10_000);
    meeting.fails(60_000);
    examiners[1]!.rates(question, 'good');
    expect(state.questions.all.get(question)?.ratingUntil).toBe(meeting.now + 20_000);
    meeting.passes(20_001);
    expect(refusalOf(() => examiners[2]!.rates(question, 'good'))).toBe('rating-closed');
    meeting.fails(60_000);
    expect(refusalOf(() => examiners[2]!.rates(question, 'good'))).toBe('rating-closed');
  });
});

describe('bad input', () => {
  it('refuses an unknown command, a malformed body and half a character, and changes nothing', () => {
    const { host, meeting, examiners } = setScene();
    const before = meeting.journal.length;
    expect(meeting.takes(host.who, 'ballot.steal', {}).refused?.code).toBe('unknown-command');
    expect(meeting.takes(host.who, 'toString', {}).refused?.code).toBe('unknown-command');
    expect(meeting.takes(host.who, 'turn.step', { unit: 7 }).refused).toEqual({
      code: 'malformed',
      detail: { field: 'unit' },
    });
    const half = { unit: 'A', text: '半个\ud800', portfolio: null, member: null };
    expect(meeting.takes(examiners[0]!.who, 'question.ask', half).refused?.code).toBe('malformed');
    expect(
      meeting.takes({ kind: 'device', session: 'x' }, 'pass.enrol', { secret: secretOf('nobody') }).refused
        ?.code,
    ).toBe('pass-unknown');
    expect(meeting.journal).toHaveLength(before);
  });
});
