import { clockWith, HARBOUR, LONG_NAME, type Sample } from '../../sample.ts';
import type { QuestionHead } from '../question/data.ts';
import { samples as questions } from '../question/samples.ts';
import type { StageFacingData } from './data.ts';

const report = (more: Partial<StageFacingData> = {}): StageFacingData => ({
  phase: 'live',
  unit: HARBOUR,
  stage: 'reporting',
  clock: clockWith(326, 480, 60),
  question: null,
  answered: false,
  next: { stage: 'questioning', unit: '古城社区党委' },
  ...more,
});

const asked = (at: number, left: number): StageFacingData =>
  report({
    stage: 'questioning',
    clock: clockWith(left, 180, 30),
    question: questions[at]?.data as QuestionHead,
    next: { stage: 'scoring', unit: '古城社区党委' },
  });

export const samples: Sample<'stage-facing'>[] = [
  { title: '述职', data: report() },
  { title: '请总结', data: report({ clock: clockWith(48, 480, 60), unit: LONG_NAME }) },
  { title: '时间到', data: report({ clock: clockWith(-83, 480, 60) }) },
  { title: '提问', data: asked(0, 138) },
  { title: '二百字，请总结', data: asked(3, 24) },
  { title: '姓名很长，超时', data: asked(6, -700) },
  {
    title: '没有计时',
    data: report({ stage: 'questioning', clock: null, next: { stage: 'scoring', unit: null } }),
  },
  {
    title: '台上无人',
    data: report({ unit: null, stage: null, clock: null, next: { stage: null, unit: LONG_NAME.name } }),
  },
  {
    title: '会议暂停',
    data: report({ phase: 'paused', clock: { ...clockWith(200, 480, 60), since: null } }),
  },
];
