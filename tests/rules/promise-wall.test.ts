/** V1, P1 · What the promise wall tells a screen: what was promised aloud, and nothing of who asked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SLICES_OF } from '../../assessment/view.ts';
import { NEWEST } from '../../assessment/view-promise-wall.ts';
import { folded, purged } from '../support/meeting.ts';
import { Phone } from '../support/people.ts';
import { memberName, setScene, type Scene } from '../support/scene.ts';

const WORDS = '把三号楼前的路灯修好';
const DUE = '2026-11-30';

let scene: Scene;
let deputy: Phone;

beforeEach(() => {
  scene = setScene();
  deputy = new Phone(scene.meeting, 'deputy').goesOnline();
  deputy.enrols('m-A2');
});

const asked = (by?: Phone) => scene.asked(by);
function promised(by: Pick<Phone, 'send'>, question = asked(), text = WORDS): string {
  by.send('promise.make', { question, text, due: DUE });
  return [...scene.state.promises.all.keys()].pop() ?? '';
}
const wall = () => scene.meeting.slice('screen', 'promiseWall');

describe('V1 · the promise wall', () => {
  it('V1 P1 shows what a member promised once it is confirmed, what the host heard at once, and nothing withdrawn', () => {
    const first = promised(deputy);
    expect(wall()).toEqual({ units: [], newest: [] });
    scene.examiners[0]!.send('promise.confirm', { promise: first, revision: 1 });
    const second = promised(scene.host, undefined, '停车场夜里开放');
    expect(wall().units).toEqual([{ unit: 'A', counts: { confirmed: 1, made: 1 } }]);
    expect(wall().newest.map(({ id }) => id)).toEqual([second, first]);
    expect(wall().newest[1]).toEqual({
      id: first,
      unit: 'A',
      text: WORDS,
      member: { name: memberName('A2'), post: '党委副书记' },
      due: DUE,
      state: 'confirmed',
      since: expect.any(Number) as number,
    });
    scene.host.send('promise.withdraw', { promise: second, reason: '说错了' });
    expect(wall().newest.map(({ id }) => id)).toEqual([first]);
  });

  it('P1 one that the questioner speaks against is nobody’s to read until it is put otherwise', () => {
    const promise = promised(scene.host);
    scene.examiners[0]!.send('promise.object', { promise, revision: 1 });
    expect(wall().newest).toEqual([]);
    scene.host.send('promise.change', { promise, revision: 1, text: `${WORDS}，年底前`, due: DUE });
    expect(wall().newest[0]).toMatchObject({ text: `${WORDS}，年底前`, state: 'made' });
  });

  it('P1 counts as confirmed what the questioner said himself, not what was read to an empty chair', () => {
    const confirms = (heard: 'aloud' | 'absent') =>
      scene.host.send('promise.confirm', { promise: promised(deputy), revision: 1, heard });
    confirms('absent');
    expect(wall().units[0]?.counts).toEqual({ confirmed: 0, made: 1 });
    scene.meeting.passes(60_000);
    confirms('aloud');
    expect(wall().units[0]?.counts).toEqual({ confirmed: 1, made: 1 });
    // It is news since it is public, not since it was said between the two.
    expect(wall().newest[0]?.since).toBe(scene.meeting.now);
  });

  it('V1 names nobody who asked, and carries nothing of the question', () => {
    const voice = scene.voice('1');
    const promise = promised(deputy, asked(voice));
    voice.send('promise.confirm', { promise, revision: 1 });
    const sent = JSON.stringify(wall());
    expect(sent).toContain(WORDS);
    for (const secret of [voice.session, '停车怎么办', 'm-A2', 'examiner', 'crowd'])
      expect(sent).not.toContain(secret);
  });

  it('V1 is sent to screens and organizers alone; of the words no more than a screen has room for', () => {
    for (let at = 0; at < NEWEST + 3; at += 1) promised(scene.host, undefined, `承诺之${at}`);
    expect(wall().units[0]?.counts.made).toBe(NEWEST + 3);
    expect(wall().newest.map(({ text }) => text)[0]).toBe(`承诺之${NEWEST + 2}`);
    expect(wall().newest).toHaveLength(NEWEST);
    const who = Object.entries(SLICES_OF).filter(([, names]) => names.includes('promiseWall'));
    expect(who.map(([audience]) => audience)).toEqual(['organizer', 'screen']);
  });

  it('J1 J6 a hub that starts again shows the same; a purge leaves the count and takes words and names', () => {
    const promise = promised(deputy);
    scene.examiners[0]!.send('promise.confirm', { promise, revision: 1 });
    expect(folded(scene.meeting.journal).promises).toEqual(scene.state.promises);
    const emptied = folded(purged(scene.meeting.sealed()));
    expect([...emptied.promises.all.values()]).toMatchObject([{ text: null, confirmed: 'questioner' }]);
  });
});
