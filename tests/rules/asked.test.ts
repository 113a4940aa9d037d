/** Q1, Q2 · A question before the turn: whom it can name, and what was asked already. */
import { describe, expect, it } from 'vitest';
import { askedView, stagedQuestions } from '../../assessment/view-asked.ts';
import { setScene } from '../support/scene.ts';

describe('what whoever writes a question is told of a unit', () => {
  it('Q2 a unit that waits shows its team while another is on stage, with posts and portfolios', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'questioning');
    expect(askedView(scene.state, 'B')?.members.map(({ post, portfolios }) => [post, portfolios])).toEqual([
      ['党委书记', ['全面工作']],
      ['党委副书记', ['物业', '停车']],
    ]);
  });

  it('Q4 its open questions, the most supported first, in the words of the screen', () => {
    const scene = setScene();
    const [one, two, three] = scene.examiners;
    const first = one!.asks('B', '停车位不够');
    const second = two!.asks('B', '路灯不亮');
    three!.supports(second);
    one!.asks('C', '别家的');
    scene.host.send('question.edit', { question: second, shown: '路灯什么时候修' });
    const seen = askedView(scene.state, 'B')?.questions.map(({ id, text, support }) => [id, text, support]);
    expect(seen).toEqual([
      [second, '路灯什么时候修', 1],
      [first, '停车位不够', 0],
    ]);
  });

  it('V1 nothing that waits for moderation, was declined or merged; no name of who asked; nothing of a locked unit', () => {
    const scene = setScene();
    scene.voice('1').asks('B', '未审核的话');
    const declined = scene.examiners[0]!.asks('B', '不采用的话');
    scene.host.send('question.decline', { question: declined, reason: '无关' });
    const view = askedView(scene.state, 'B');
    expect(view?.questions).toEqual([]);
    const told = JSON.stringify(view);
    for (const secret of ['未审核', '不采用', '考官姓名']) expect(told).not.toContain(secret);
    scene.scores('A');
    expect([askedView(scene.state, 'A'), askedView(scene.state, 'nobody')]).toEqual([null, null]);
    scene.host.marksAbsent('B');
    expect(askedView(scene.state, 'B')).toBeNull();
  });

  it('Q5 V1 of a unit that is gone the questions that were on stage, and none that was not', () => {
    const scene = setScene();
    const [one, two] = scene.examiners;
    scene.host.stepsTo('A', 'questioning');
    const staged = one!.asks('A', '停车位不够');
    const waits = two!.asks('A', '没有轮到的话');
    scene.host.send('question.stage', { question: staged });
    scene.host.send('question.answered', { question: staged });
    scene.host.stepsTo('A', 'locked');
    expect(stagedQuestions(scene.state, [waits, staged, 'q9999'])).toEqual([
      { id: staged, unit: 'A', text: '停车位不够' },
    ]);
  });
});
