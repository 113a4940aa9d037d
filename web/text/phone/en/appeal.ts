import { momentOf } from '../../../../assessment/days.ts';
import type { appeal as zh } from '../zh-CN/appeal.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const moment = (at: number): string => {
  const { month, day, clock } = momentOf(at);
  return `${day} ${MONTHS[month - 1] ?? ''}, ${clock}`;
};

export const appeal: typeof zh = {
  provisional: ({ at }) =>
    at === null
      ? 'This result is provisional: it was not made final yet.'
      : `This result is provisional. Objections go to the organizers until ${moment(at)}.`,
  final: ({ at, early }) =>
    `This result is final${early ? ', before the period was over,' : ''} since ${moment(at ?? 0)}.`,
};
