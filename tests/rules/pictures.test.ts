/** Q1, V1, J6 · Photos of questions and evidence: who brings them, who sees them, and that no phone reaches the screen. */
import { describe, expect, it } from 'vitest';
import { MOST_EVIDENCE } from '../../assessment/evidence-limits.ts';
import { MOST_PIXELS, pictureFacts } from '../../assessment/pictures.ts';
import { asScreen } from '../../assessment/view-as-screen.ts';
import { touched } from '../support/touched.ts';
import { AUDIENCES } from '../../assessment/view.ts';
import { folded, purged, refusalOf } from '../support/meeting.ts';
import { Phone } from '../support/people.ts';
import { jpegHead, png, webpHead } from '../support/pictures.ts';
import { setScene, type Scene } from '../support/scene.ts';

const hash = (mark: number): string => mark.toString(16).padStart(64, 'a');
const LAMP = hash(1);
const TABLE = hash(2);

/** A meeting that has some pictures, with the phones of unit A's secretary and of a member of unit B. */
function scene() {
  const made = setScene();
  for (let mark = 1; mark < 12; mark += 1) made.meeting.pictures.add(hash(mark));
  const phone = (pass: string) => {
    const one = new Phone(made.meeting, pass);
    one.enrols(pass);
    return one;
  };
  return {
    ...made,
    made,
    host: made.host,
    secretary: phone('m-A1'),
    other: phone('m-A2'),
    foreign: phone('m-B1'),
  };
}

function asks(by: Phone, picture: string): string {
  by.send('question.ask', { unit: 'A', text: '路灯坏了一年', portfolio: null, member: null, picture });
  return [...by.meeting.state.questions.all.keys()].pop() ?? '';
}
/** Audiences to whom the picture goes out at this moment, in any slice. */
const reaches = ({ meeting }: Scene, picture: string): string[] =>
  AUDIENCES.filter((one) => meeting.sentTo(one).includes(picture));

describe('Q1 · a photo with a question', () => {
  it('Q1 names a picture that the meeting has; another is refused, and the same command may come again', () => {
    const { made, examiners } = scene();
    const body = { unit: 'A', text: '路灯', portfolio: null, member: null, picture: hash(99) };
    const first = made.meeting.takes(examiners[0]!.who, 'question.ask', body, 'same-command');
    expect(first.refused?.code).toBe('picture-unknown');
    made.meeting.pictures.add(hash(99));
    const again = made.meeting.takes(examiners[0]!.who, 'question.ask', body, 'same-command');
    expect(again).toMatchObject({ refused: null, repeated: false });
    expect(examiners[0]!.mine?.questions).toMatchObject([{ picture: hash(99) }]);
  });

  it('V1 shows a photo of the crowd to organizers alone until the question is accepted, and never to the screen', () => {
    const { made, host } = scene();
    const question = asks(made.voice('1'), LAMP);
    expect(reaches(made, LAMP)).toEqual(['organizer']);
    host.send('question.accept', { question });
    expect(reaches(made, LAMP)).toEqual(['organizer', 'examiner', 'member', 'crowd', 'kiosk']);
    host.send('question.decline', { question, reason: '重复' });
    expect(reaches(made, LAMP)).toEqual(['organizer']);
  });

  it('V1 keeps a photo to the organizers where the text is fit for all and the photo is not', () => {
    const { made, host } = scene();
    const question = asks(made.voice('1'), LAMP);
    host.send('question.accept', { question });
    host.send('photo.withhold', { question, on: true });
    expect(reaches(made, LAMP)).toEqual(['organizer']);
    host.send('photo.withhold', { question, on: false });
    expect(reaches(made, LAMP)).toContain('crowd');
  });

  it('V1 puts the photo on the screen when the host shows it, and takes it off again', () => {
    const { made, host, examiners } = scene();
    const question = asks(examiners[0]!, LAMP);
    host.stepsTo('A', 'questioning');
    host.send('question.stage', { question });
    expect(reaches(made, LAMP)).not.toContain('screen');
    expect(refusalOf(() => examiners[0]!.send('evidence.show', { question, picture: LAMP, on: true }))).toBe(
      'forbidden',
    );
    host.send('evidence.show', { question, picture: LAMP, on: true });
    expect(made.meeting.slice('screen', 'stage').question).toMatchObject({ shown: LAMP, picture: null });
    const preview = asScreen({ stage: made.meeting.slice('organizer', 'stage') });
    expect(preview.stage).toEqual(made.meeting.slice('screen', 'stage'));
    host.send('evidence.show', { question, picture: LAMP, on: false });
    expect(reaches(made, LAMP)).not.toContain('screen');
    expect(refusalOf(() => host.send('evidence.show', { question, picture: TABLE, on: true }))).toBe(
      'picture-unknown',
    );
  });
});

describe('evidence', () => {
  it('I1 is attached by the unit that is asked, and by nobody else', () => {
    const { host, examiners, secretary, other, foreign } = scene();
    const question = asks(examiners[0]!, LAMP);
    const attach = (by: Phone | typeof host) => () =>
      by.send('evidence.attach', { question, picture: TABLE });
    for (const by of [foreign, examiners[0]!, host]) expect(refusalOf(attach(by))).toBe('forbidden');
    attach(other)();
    attach(secretary)();
    expect(secretary.mine?.evidence).toEqual([{ question, picture: TABLE, shown: false }]);
    expect(other.mine?.evidence).toEqual(secretary.mine?.evidence);
    expect(foreign.mine?.evidence).toEqual([]);
  });

  it('V1 is seen by its unit and the organizers; by the hall once the host shows it, one picture at a time', () => {
    const { made, host, examiners, other } = scene();
    const question = asks(examiners[0]!, LAMP);
    other.send('evidence.attach', { question, picture: TABLE });
    expect(reaches(made, TABLE)).toEqual(['organizer']);
    expect(made.meeting.slice('organizer', 'questions')[0]).toMatchObject({
      host: { shown: null, evidence: [{ picture: TABLE, kind: 'member', name: '成员A2', shown: false }] },
    });
    host.stepsTo('A', 'questioning');
    host.send('question.stage', { question });
    host.send('evidence.show', { question, picture: LAMP, on: true });
    host.send('evidence.show', { question, picture: TABLE, on: true });
    expect(made.meeting.slice('screen', 'stage').question?.shown).toBe(TABLE);
    expect(other.mine?.evidence).toMatchObject([{ shown: true }]);
    other.send('evidence.remove', { question, picture: TABLE });
    expect(made.meeting.slice('screen', 'stage').question?.shown).toBeNull();
    expect(reaches(made, TABLE)).toEqual([]);
  });

  it('tells every phone of the unit what has changed', () => {
    const { made, host, examiners, secretary, other, foreign } = scene();
    const question = asks(examiners[0]!, LAMP);
    other.send('evidence.attach', { question, picture: TABLE });
    host.send('evidence.show', { question, picture: TABLE, on: true });
    for (const entry of made.meeting.journal.slice(-2)) {
      const sessions = touched(made.state, entry);
      expect(sessions).toEqual(expect.arrayContaining([secretary.session, other.session]));
      expect(sessions).not.toContain(foreign.session);
    }
  });

  it('has an end: no more than six to a question, none to a closed one', () => {
    const { host, examiners, other } = scene();
    const question = asks(examiners[0]!, LAMP);
    const attach = (mark: number) => () => other.send('evidence.attach', { question, picture: hash(mark) });
    for (let mark = 2; mark < 2 + MOST_EVIDENCE; mark += 1) attach(mark)();
    expect(refusalOf(attach(11))).toBe('evidence-full');
    attach(2)();
    host.send('question.decline', { question, reason: '重复' });
    expect(refusalOf(attach(11))).toBe('question-state');
  });
});

describe('J6 · after a purge', () => {
  it('J6 leaves no picture to show, and every entry still folds', () => {
    const { made, host, examiners, other } = scene();
    const question = asks(examiners[0]!, LAMP);
    other.send('evidence.attach', { question, picture: TABLE });
    host.stepsTo('A', 'questioning');
    host.send('question.stage', { question });
    host.send('evidence.show', { question, picture: TABLE, on: true });
    expect(JSON.stringify(made.meeting.journal.map(({ data }) => data))).not.toMatch(/a{20}/);
    const after = folded(purged(made.meeting.sealed()));
    expect(after.questions.all.get(question)?.picture).toBeNull();
    expect(after.evidence.of.get(question)).toMatchObject([{ picture: null }]);
  });
});

describe('what counts as a picture', () => {
  it('is told by its first bytes, whatever it is called', () => {
    expect(pictureFacts(png(64, 48))).toEqual({ type: 'image/png', width: 64, height: 48 });
    expect(pictureFacts(jpegHead(1600, 1200))).toEqual({ type: 'image/jpeg', width: 1600, height: 1200 });
    expect(pictureFacts(webpHead(800, 600))).toEqual({ type: 'image/webp', width: 800, height: 600 });
  });

  it('is nothing else, nothing cut off and nothing that would fill a phone', () => {
    const others = ['<svg onload="x()">', 'GIF89a', '%PDF-1.7', '\xff\xd8\xff', '', 'RIFF0000WEBPVP8 '];
    for (const one of others) expect(pictureFacts(Buffer.from(one, 'latin1'))).toBeNull();
    for (const one of [jpegHead, webpHead]) {
      expect(pictureFacts(one(MOST_PIXELS + 1, 10))).toBeNull();
      expect(pictureFacts(one(10, MOST_PIXELS + 1))).toBeNull();
    }
    expect(pictureFacts(jpegHead(0, 10))).toBeNull();
    for (const whole of [png(), jpegHead(5, 5), webpHead(5, 5)])
      for (let length = 0; length < Math.min(40, whole.length); length += 1)
        expect(() => pictureFacts(whole.subarray(0, length))).not.toThrow();
  });
});
