/** J1, J6, V1 · A unit's deck: who brings it, who turns it and when, what screens are told, and what is left of it. */
import { describe, expect, it } from 'vitest';
import { isPdf, MOST_PAGES } from '../../assessment/decks.ts';
import { officialBalance, officialOpening } from '../../assessment/official.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { asScreen } from '../../assessment/view-as-screen.ts';
import { touched } from '../support/touched.ts';
import { AUDIENCES } from '../../assessment/view.ts';
import { folded, purged, refusalOf } from '../support/meeting.ts';
import { Phone, secretOf } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const file = (mark: number): string => mark.toString(16).padStart(64, 'd');
const DECK = { unit: 'A', hash: file(1), name: '述职汇报.pdf', pages: 12 };

function scene(until?: 'ready') {
  const made = setScene(until ? { until } : {});
  for (let mark = 1; mark < 5; mark += 1) made.meeting.decks.set(file(mark), 1_000_000 * mark);
  const { host } = made;
  const issue = (id: string, unit: string) => ({
    id,
    kind: 'presenter' as const,
    number: '01',
    category: null,
    person: null,
    unit,
    hash: hashSecret(secretOf(id)),
  });
  host.send('passes.issue', { passes: [issue('p-A', 'A'), issue('p-B', 'B')] });
  const phone = (pass: string) => {
    const one = new Phone(made.meeting, pass);
    one.enrols(pass);
    return one;
  };
  const brings = (more: Partial<typeof DECK> = {}, by: { send: typeof host.send } = host): string => {
    const body = { ...DECK, ...more };
    by.send('deck.attach', body);
    return made.state.decks.get(body.unit)!.id;
  };
  const screen = () => made.meeting.slice('screen', 'deck');
  const turns = (by: { send: typeof host.send }, page: number, shown = true) =>
    by.send('deck.turn', { unit: 'A', deck: made.state.decks.get('A')!.id, page, shown });
  return { ...made, made, host, meeting: made.meeting, phone, brings, screen, turns };
}

describe('bringing a deck', () => {
  it('I2 is something that no second bearer of the pass inherits unseen: he asks for a handover', () => {
    const { phone, brings, made, meeting } = scene();
    const first = phone('p-A');
    brings({}, first);
    const second = new Phone(meeting, 'another phone');
    second.enrols('p-A');
    const pass = made.state.passes.all.get('p-A');
    expect([pass?.session, pass?.handover]).toEqual([first.session, second.session]);
  });

  it('is for hosts, the presenter and the head of the unit, each of the latter for his own', () => {
    const { phone, brings, host, made } = scene();
    brings({ unit: 'B', hash: file(2) }, host);
    brings({}, phone('p-A'));
    brings({ hash: file(3) }, phone('m-A1'));
    expect(made.state.decks.get('A')).toMatchObject({
      hash: file(3),
      pass: 'm-A1',
      size: 3_000_000,
      page: 1,
    });
    const refused = (pass: string) => refusalOf(() => brings({ hash: file(4) }, phone(pass)));
    expect([refused('m-A2'), refused('m-B1'), refused('p-B')]).toEqual([
      'forbidden',
      'forbidden',
      'forbidden',
    ]);
    expect(refusalOf(() => brings({}, made.examiners[0]!))).toBe('forbidden');
    expect(refusalOf(() => brings({}, made.viewer))).toBe('forbidden');
    expect(refusalOf(() => brings({}, made.voice('1')))).toBe('forbidden');
  });

  it('names a file that is there, of 1 to 500 pages, for a unit of the roster', () => {
    const { brings } = scene();
    expect(refusalOf(() => brings({ hash: file(99) }))).toBe('deck-missing');
    expect(refusalOf(() => brings({ hash: '../../etc/passwd' }))).toBe('malformed');
    expect(refusalOf(() => brings({ pages: 0 }))).toBe('malformed');
    expect(refusalOf(() => brings({ pages: MOST_PAGES + 1 }))).toBe('malformed');
    expect(refusalOf(() => brings({ unit: 'Z' }))).toBe('unit-unknown');
    expect(refusalOf(() => brings({ name: '一\n二' }))).toBe('malformed');
  });

  it('replaces the one before, which nobody can turn any more; the same again is nothing', () => {
    const { brings, host, meeting, made } = scene();
    const first = brings();
    const { length } = meeting.state;
    brings();
    expect(meeting.state.length).toBe(length);
    const second = brings({ hash: file(2) });
    expect(second).not.toBe(first);
    host.stepsTo('A', 'reporting');
    const turn = (deck: string) =>
      refusalOf(() => host.send('deck.turn', { unit: 'A', deck, page: 2, shown: true }));
    expect([turn(first), turn(second)]).toEqual(['deck-unknown', null]);
    host.send('deck.remove', { unit: 'A', deck: second });
    expect(made.state.decks.size).toBe(0);
    expect(turn(second)).toBe('deck-unknown');
  });

  it('is over when the meeting is', () => {
    const { brings, host } = scene();
    host.send('meeting.close', { reason: '' });
    expect(refusalOf(() => brings())).toBe('meeting-closed');
  });

  it('goes with its unit', () => {
    const { brings, host, made } = scene('ready');
    brings({ unit: 'C' });
    for (const pass of ['m-C1', 'm-C2']) host.send('pass.revoke', { pass, reason: '不参加' });
    const units = made.state.roster.units.filter(({ id }) => id !== 'C');
    host.send('units.set', { units });
    expect(made.state.decks.size).toBe(0);
  });
});

describe('turning it', () => {
  it('J1 shows the first page as soon as its unit reports, and comes back to the page where it was', () => {
    const { brings, host, phone, screen, turns, meeting } = scene();
    const deck = brings();
    expect(screen()).toEqual({ now: null, ahead: file(1) });
    host.stepsTo('A', 'reporting');
    expect(screen().now).toEqual({ id: deck, unit: 'A', page: 1, pages: 12, shown: true, file: file(1) });
    const presenter = phone('p-A');
    turns(presenter, 2);
    turns(host, 7);
    turns(presenter, 6);
    expect(folded(meeting.journal).decks.get('A')).toMatchObject({ page: 6 });
    expect(screen().now).toMatchObject({ page: 6, shown: true });
  });

  it('names the page and not a step, so that two fingers for the same page turn once', () => {
    const { brings, host, phone, turns, meeting, screen } = scene();
    brings();
    host.stepsTo('A', 'reporting');
    const presenter = phone('p-A');
    turns(presenter, 2);
    const { length } = meeting.state;
    turns(host, 2);
    expect(meeting.state.length).toBe(length);
    expect(screen().now).toMatchObject({ page: 2 });
    expect(refusalOf(() => turns(presenter, 13))).toBe('malformed');
    expect(refusalOf(() => turns(presenter, 0))).toBe('malformed');
  });

  it('is for its own unit, while that reports or answers, and for no other', () => {
    const { brings, host, phone, turns } = scene();
    brings();
    const [own, other, member] = [phone('p-A'), phone('p-B'), phone('m-A2')];
    expect(refusalOf(() => turns(host, 2))).toBe('deck-not-now');
    host.stepsTo('A', 'reporting');
    expect(refusalOf(() => turns(other, 2))).toBe('forbidden');
    expect(refusalOf(() => turns(member, 2))).toBe('forbidden');
    host.stepsTo('A', 'scoring');
    expect(refusalOf(() => turns(own, 2))).toBe('deck-not-now');
    expect(refusalOf(() => turns(host, 2))).toBe('deck-not-now');
  });

  it('can put it away and bring it back, so that only the clock stands', () => {
    const { brings, host, phone, turns, screen } = scene();
    brings();
    host.stepsTo('A', 'reporting');
    turns(phone('p-A'), 4, false);
    expect(screen().now).toMatchObject({ page: 4, shown: false });
    turns(host, 5);
    expect(screen().now).toMatchObject({ page: 5, shown: true });
  });

  it('V1 in questioning a host alone shows it, the unit turns what he shows, and the next question puts it away', () => {
    const { brings, host, phone, turns, screen, made } = scene();
    brings();
    host.stepsTo('A', 'reporting');
    turns(host, 3);
    host.stepsTo('A', 'questioning');
    expect(screen().now).toMatchObject({ page: 3, shown: false });
    const presenter = phone('p-A');
    expect(refusalOf(() => turns(presenter, 4))).toBe('deck-away');
    turns(host, 4);
    expect(screen().now).toMatchObject({ page: 4, shown: true });
    turns(presenter, 5);
    expect(screen().now).toMatchObject({ page: 5, shown: true });
    made.examiners[0]!.asks('A', '第五页的数字怎么来的？');
    const question = [...made.state.questions.all.keys()][0]!;
    host.send('question.stage', { question });
    expect(screen().now).toMatchObject({ page: 5, shown: false });
    host.stepsBack('A');
    expect(screen().now).toMatchObject({ page: 5, shown: true });
  });

  it('V1 in questioning is forgotten with each question: it comes back with none, and with nothing that is asked again', () => {
    const { brings, host, phone, turns, screen, made } = scene();
    brings();
    host.stepsTo('A', 'questioning');
    const presenter = phone('p-A');
    const question = made.examiners[0]!.asks('A', '第五页的数字怎么来的？');
    turns(host, 4);
    host.send('question.stage', { question });
    host.send('question.answered', { question });
    host.send('question.close', { question });
    expect(screen().now).toMatchObject({ page: 4, shown: false });
    expect(refusalOf(() => turns(presenter, 5))).toBe('deck-away');
    host.send('question.stage', { question: made.examiners[0]!.asks('A', '那么明年呢？') });
    turns(host, 6);
    host.send('question.return', { question: made.state.questions.onStage! });
    expect(screen().now).toMatchObject({ page: 6, shown: false });
    const again = [...made.state.questions.all.keys()][1]!;
    host.send('question.stage', { question: again });
    expect(screen().now).toMatchObject({ page: 6, shown: false });
  });

  it('waits for a meeting that runs', () => {
    const { brings, host, turns } = scene('ready');
    brings();
    expect(refusalOf(() => turns(host, 2))).toBe('meeting-not-live');
  });
});

describe('who is told', () => {
  it('V1 the file to organizers, screens and its own unit; the page to members; nothing to anybody else', () => {
    const { brings, host, meeting, phone } = scene();
    brings();
    const presenter = phone('p-A');
    const foreign = phone('p-B');
    host.stepsTo('A', 'reporting');
    const told = (what: string) => AUDIENCES.filter((one) => meeting.sentTo(one).includes(what));
    expect(told(file(1))).toEqual(['organizer', 'screen']);
    expect(told(DECK.name)).toEqual(['organizer']);
    expect(told('"pages":12')).toEqual(['organizer', 'screen', 'member']);
    expect(presenter.mine?.deck).toMatchObject({ unit: 'A', deck: { name: DECK.name, file: file(1) } });
    expect(foreign.mine?.deck).toEqual({ unit: 'B', deck: null });
    expect(phone('m-A2').mine?.deck).toBeNull();
    const preview = asScreen({ deck: meeting.slice('organizer', 'deck') });
    expect(preview.deck).toEqual(meeting.slice('screen', 'deck'));
  });

  it('fetches ahead what comes next, and passes over a unit that is absent', () => {
    const { brings, host, screen } = scene();
    brings({ unit: 'B', hash: file(2) });
    brings({ unit: 'C', hash: file(3) });
    host.stepsTo('A', 'reporting');
    expect(screen()).toEqual({ now: null, ahead: file(2) });
    host.marksAbsent('B');
    expect(screen()).toEqual({ now: null, ahead: file(3) });
  });

  it('tells the phones of its unit when it is brought or taken away, and not with each page', () => {
    const { brings, host, phone, turns, meeting } = scene();
    const presenter = phone('p-A');
    brings();
    const touches = () => touched(meeting.state, meeting.journal[meeting.journal.length - 1] as never);
    expect(touches()).toContain(presenter.session);
    host.stepsTo('A', 'reporting');
    turns(host, 2);
    expect(touches()).not.toContain(presenter.session);
  });
});

describe('what is left of it', () => {
  it('J6 a purge leaves neither the file nor its name, and no page to show', () => {
    const { brings, host, meeting } = scene();
    brings();
    host.stepsTo('A', 'reporting');
    const sealed = meeting.sealed();
    expect(JSON.stringify(sealed.map(({ body }) => body))).not.toContain(DECK.name);
    expect(JSON.stringify(sealed.map(({ body }) => body))).not.toContain(DECK.hash);
    expect(folded(purged(sealed)).decks.get('A')).toMatchObject({ hash: null, name: null, pages: 12 });
  });

  it('A1 goes along into the official meeting, from its first page', () => {
    const { brings, host, turns, meeting } = scene();
    brings();
    host.stepsTo('A', 'reporting');
    turns(host, 9);
    host.stepsTo('A', 'locked');
    host.send('meeting.close', { reason: '' });
    expect(officialBalance(meeting.state).along.decks).toBe(1);
    const entries = officialOpening(meeting.state, {
      id: 'm2',
      code: '135790',
      head: { length: 9, head: 'cd'.repeat(32) },
    });
    const opened = folded(entries.map((one, at) => ({ ...one, n: at + 1, at: 0, by: 'system:' })));
    expect(opened.decks.get('A')).toMatchObject({ ...DECK, page: 1, told: null });
  });
});

describe('the first bytes', () => {
  it('are looked at, whatever the file is called', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(isPdf(bytes('%PDF-1.7\n'))).toBe(true);
    expect(isPdf(bytes('\ufeff  %PDF-1.4'))).toBe(true);
    expect(isPdf(bytes('PK\x03\x04'))).toBe(false);
    expect(isPdf(bytes('<html>%PDF'))).toBe(false);
    expect(isPdf(bytes(`${' '.repeat(2000)}%PDF-1.4`))).toBe(false);
  });
});
