/** The longest that a real meeting may bring, for every scene: what the browser test of all sizes is for. */
import type { DrawView } from '$assessment/view.ts';
import { clockWith, NOW, type Sample } from './sample.ts';
import { PLACES } from './stress-places.ts';
import { promisesOfMany } from './stress-promises.ts';
import { RESULTS } from './stress-results.ts';
import {
  agenda,
  CATEGORIES,
  HARD_UNIT,
  LONG_UNITS,
  MEMBER,
  QUESTIONS,
  SECRET,
  TEAM,
} from './stress-words.ts';
import type { SceneName } from './scene.ts';
import { agendaOf } from './scenes/agenda/data.ts';
import { lotsOf } from './scenes/lots/data.ts';
import type { QuestionData } from './scenes/question/data.ts';

const asked = (text: string, more: Partial<QuestionData> = {}): QuestionData => ({
  id: 'q38',
  number: 38,
  from: 'examiner',
  category: '其他党组织负责人和社会组织代表',
  portfolio: '城市更新与土地整备、重大项目协调推进',
  text,
  member: MEMBER,
  unit: HARD_UNIT,
  clock: clockWith(-3753, 180, 30),
  support: 12_345,
  merged: 12,
  answered: false,
  ratingUntil: null,
  crowdAsks: true,
  picture: null,
  ...more,
});

const draw = (count: number): DrawView => ({
  id: 'd1',
  purpose: 'order',
  commitment: SECRET,
  items: agenda(count).map(({ unit, name }) => ({ id: unit, label: name })),
  secret: SECRET,
  number: 999_999,
  drawn: agenda(count).map(({ unit }) => unit),
  abandoned: false,
  passedOver: [],
  at: NOW,
  doneAt: NOW,
});

/** Added to the samples of each scene (gallery.ts). */
export const STRESS: { [N in SceneName]?: Sample<N>[] } = {
  ...PLACES,
  unit: [
    { title: '极限：十三人，名称、职务和分管很长', data: { unit: HARD_UNIT, team: TEAM, clock: null } },
    {
      title: '极限：十三人，已经计时',
      data: { unit: HARD_UNIT, team: TEAM, clock: clockWith(3753, 3753, 60) },
    },
  ],
  deck: [
    {
      title: '极限：超时一小时',
      data: {
        unit: HARD_UNIT,
        clock: clockWith(-3753, 600, 60),
        answers: true,
        file: 'wide',
        page: 199,
        pages: 200,
        crowdAsks: true,
      },
    },
  ],
  commitment: (['order', 'questioner', 'question'] as const).map((purpose) => ({
    title: `极限：${purpose}`,
    data: { purpose, items: 1300, commitment: SECRET },
  })),
  promises: promisesOfMany(agenda(40), HARD_UNIT),
  report: [
    {
      title: '极限：十三人，一小时',
      data: {
        unit: HARD_UNIT,
        clock: clockWith(-3753, 600, 60),
        presenter: TEAM[0] ?? null,
        team: TEAM,
        crowdAsks: true,
      },
    },
  ],
  floor: [{ title: '极限：十三人', data: { unit: HARD_UNIT, team: TEAM, crowdAsks: true } }],
  lots: [25, 40].map((count) => ({
    title: `极限：${count} 家，名称很长`,
    data: lotsOf([draw(count)], draw(count), agenda(count), NOW),
  })),
  agenda: [25, 40].map((count) => ({
    title: `极限：${count} 家，名称很长`,
    data: agendaOf(agenda(count, 7), NOW),
  })),
  drawn: [
    ...QUESTIONS.map(([title, label]) => ({
      title: `极限：${title}`,
      data: {
        purpose: 'question' as const,
        label,
        passedOver: [],
        items: 120,
        number: 999_999,
        secret: SECRET,
        falling: null,
      },
    })),
    {
      title: '极限：顺延五位',
      data: {
        purpose: 'questioner',
        label: `${CATEGORIES[0]} 123`,
        passedOver: CATEGORIES.slice(0, 5).map((name) => `${name} 108`),
        items: 1300,
        number: 999_999,
        secret: SECRET,
        falling: null,
      },
    },
  ],
  question: [
    ...QUESTIONS.map(([title, text]) => ({ title: `极限：${title}`, data: asked(text) })),
    {
      title: '极限：请考官评价',
      data: asked(QUESTIONS[1]?.[1] ?? '', { answered: true, ratingUntil: NOW + 22_000 }),
    },
  ],
  ratings: QUESTIONS.map(([title, text]) => ({
    title: `极限：${title}`,
    data: {
      ...asked(text),
      counts: { good: 1201, 'rather-good': 1114, fair: 0, poor: 1302 },
      total: 3617,
    },
  })),
  scoring: [
    {
      title: '极限：九类，名称很长',
      data: {
        unit: HARD_UNIT,
        closing: true,
        clock: clockWith(-3753, 120, 30),
        returned: 1299,
        eligible: 1300,
        categories: CATEGORIES.map((name, at) => ({ id: `k${at}`, name, returned: 138 + at, eligible: 149 })),
        votes: 12_345,
        counts: true,
      },
    },
    {
      title: '极限：二十三类，分页',
      data: {
        unit: HARD_UNIT,
        closing: true,
        clock: clockWith(18, 30, 0),
        returned: 1299,
        eligible: 1300,
        categories: Array.from({ length: 23 }, (_, at) => ({
          id: `k${at}`,
          name: CATEGORIES[at % CATEGORIES.length] ?? '',
          returned: 138 + at,
          eligible: 149,
        })),
        votes: 0,
        counts: false,
      },
    },
  ],
  locked: [
    {
      title: '极限：名称很长',
      data: {
        unit: HARD_UNIT,
        absent: false,
        publish: 'after-next',
        scrutineer: true,
        next: LONG_UNITS[1] ?? null,
        chain: { length: 9_999_999, head: SECRET },
        ballots: { returned: 1299, eligible: 1300 },
      },
    },
  ],
  ...RESULTS,
  pause: [
    {
      title: '极限：超时一小时',
      data: {
        note: QUESTIONS[1]?.[1] ?? '',
        unit: HARD_UNIT.name,
        stage: 'questioning',
        clock: { since: null, remaining: -3_753_000, total: 180_000, warn: 30_000 },
      },
    },
  ],
  message: QUESTIONS.map(([title, text]) => ({ title: `极限：${title}`, data: { lines: [text] } })),
  'stage-facing': QUESTIONS.map(([title, text]) => ({
    title: `极限：${title}`,
    data: {
      phase: 'live' as const,
      unit: HARD_UNIT,
      stage: 'questioning' as const,
      clock: clockWith(-3753, 180, 30),
      question: asked(text),
      answered: false,
      next: { stage: 'scoring' as const, unit: LONG_UNITS[1] ?? null },
    },
  })),
};
