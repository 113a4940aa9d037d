import { describe, expect, it } from 'vitest';
import { commitmentOf, verifyDraw, type DrawRecord } from '../../assessment/lots.ts';
import { refusalOf } from '../support/meeting.ts';
import { setScene, type Scene } from '../support/scene.ts';

const lastDraw = ({ state }: Scene) => [...state.draws.all.values()].pop()!;
function draws(scene: Scene, purpose: 'order' | 'questioner' | 'question', number = 4711): string[] {
  scene.host.send('draw.promise', { purpose });
  const { id } = lastDraw(scene);
  scene.host.send('draw.do', { draw: id, number });
  return lastDraw(scene).drawn!;
}

describe('L1 · draws', () => {
  it('L1 shows the commitment before, the secret only after', () => {
    const scene = setScene();
    scene.host.send('draw.promise', { purpose: 'order' });
    const { secret, commitment, id } = lastDraw(scene);
    expect(commitment).toBe(commitmentOf(secret));
    for (const text of Object.values(scene.meeting.sent())) expect(text).not.toContain(secret);
    expect(scene.meeting.slice('screen', 'draws')[0]).toMatchObject({
      commitment,
      secret: null,
      drawn: null,
    });
    scene.host.send('draw.do', { draw: id, number: 0 });
    expect(scene.meeting.slice('screen', 'draws')[0]).toMatchObject({ secret, number: 0 });
  });

  it('L1 everybody can repeat a draw, and the order of the units is what was drawn', () => {
    const scene = setScene({ units: ['A', 'B', 'C', 'D', 'E', 'F'] });
    const drawn = draws(scene, 'order');
    const { id: draw, number, ...rest } = lastDraw(scene);
    expect(verifyDraw({ ...rest, draw, number, drawn } as DrawRecord)).toBe(true);
    expect(rest.items).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(scene.state.agenda.order).toEqual(drawn);
  });

  it('L1 draws only from the units that wait', () => {
    const scene = setScene({ units: ['A', 'B', 'C', 'D'] });
    scene.host.stepsTo('B', 'locked');
    expect(draws(scene, 'order').sort()).toEqual(['A', 'C', 'D']);
    expect(scene.state.agenda.order[0]).toBe('B');
  });

  it('L1 a unit that went on stage between promise and draw stays where it is', () => {
    const scene = setScene({ units: ['A', 'B', 'C', 'D'] });
    scene.host.send('draw.promise', { purpose: 'order' });
    scene.host.steps('A');
    scene.host.send('draw.do', { draw: lastDraw(scene).id, number: 7 });
    expect(scene.state.agenda.order[0]).toBe('A');
    expect([...scene.state.agenda.order].sort()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('L1 draws a question from those that wait for the unit on stage', () => {
    const scene = setScene();
    const one = scene.examiners[0]!;
    const asked = [one.asks('A', '一'), one.asks('A', '二'), one.asks('B', '三')];
    scene.voice('1').asks('A', '未审核');
    expect(refusalOf(() => scene.host.send('draw.promise', { purpose: 'question' }))).toBe('nothing-to-draw');
    scene.host.stepsTo('A', 'questioning');
    expect(draws(scene, 'question').sort()).toEqual(asked.slice(0, 2).sort());
  });

  it('L1 takes a whole number from 0 to 999999', () => {
    const scene = setScene();
    scene.host.send('draw.promise', { purpose: 'order' });
    const tries = (number: number) =>
      refusalOf(() => scene.host.send('draw.do', { draw: lastDraw(scene).id, number }));
    expect([tries(-1), tries(1_000_000), tries(0.5), tries(999_999)]).toEqual([
      'malformed',
      'malformed',
      'malformed',
      null,
    ]);
  });
});

describe('L2 · one commitment, one draw', () => {
  it('L2 serves one draw only', () => {
    const scene = setScene();
    draws(scene, 'order');
    const { id } = lastDraw(scene);
    expect(refusalOf(() => scene.host.send('draw.do', { draw: id, number: 2 }))).toBe('draw-unknown');
    scene.host.send('draw.promise', { purpose: 'order' });
    expect(refusalOf(() => scene.host.send('draw.promise', { purpose: 'order' }))).toBe('draw-open');
  });

  it('L2 an abandoned draw stays on record and is shown with the proof', () => {
    const scene = setScene();
    scene.host.send('draw.promise', { purpose: 'order' });
    const { id, secret } = lastDraw(scene);
    scene.host.send('draw.abandon', { draw: id, reason: '数字没听清' });
    draws(scene, 'order');
    expect(scene.meeting.slice('crowd', 'standings').final).toBe(false);
    expect(scene.meeting.slice('screen', 'draws')).toMatchObject([
      { abandoned: true, secret },
      { abandoned: false },
    ]);
    expect(refusalOf(() => scene.host.send('draw.do', { draw: id, number: 2 }))).toBe('draw-unknown');
  });

  it('L2 draws nobody as questioner twice before everyone present was drawn once', () => {
    const scene = setScene();
    const chosen = scene.examiners.map((_, at) => draws(scene, 'questioner', at)[0]);
    expect(new Set(chosen).size).toBe(scene.examiners.length);
    const again = scene.examiners.map((_, at) => draws(scene, 'questioner', 100 + at)[0]);
    expect(new Set(again).size).toBe(scene.examiners.length);
  });

  it('L2 passes over who is away, notes it, and keeps him in the draw', () => {
    const scene = setScene();
    const [first, next] = draws(scene, 'questioner');
    const { id } = lastDraw(scene);
    scene.host.send('draw.pass-over', { draw: id, pass: first! });
    expect(scene.meeting.slice('screen', 'draws')[0]?.passedOver).toEqual([first]);
    expect([...scene.state.draws.drawnOnce]).toEqual([next]);
    scene.host.send('draw.promise', { purpose: 'questioner' });
    expect(lastDraw(scene).items).toContain(first);
    expect(lastDraw(scene).items).not.toContain(next);
  });

  it('L2 draws only from who is present', () => {
    const scene = setScene();
    scene.host.send('pass.check-out', { pass: 'party-01' });
    scene.host.send('pass.revoke', { pass: 'party-02', reason: '走错' });
    const items = draws(scene, 'questioner');
    expect(items).not.toContain('party-01');
    expect(items).not.toContain('party-02');
  });

  it('V1 names no person: a questioner is his category and number', () => {
    const scene = setScene();
    draws(scene, 'questioner');
    const labels = scene.meeting.slice('screen', 'draws')[0]!.items.map(({ label }) => label);
    expect(labels).toContain('党员代表 01');
  });
});
