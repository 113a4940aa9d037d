/** What a phone says of the announced result (B6). Fetched only then. */
import type { Announcement } from '../../../../assessment/appeal-period.ts';
import { momentOf } from '../../../../assessment/days.ts';

const moment = (at: number): string => {
  const { month, day, clock } = momentOf(at);
  return `${month}月${day}日 ${clock}`;
};

export const appeal = {
  provisional: ({ at }: Announcement): string =>
    at === null
      ? '这是公示结果，还没有定为最终结果。'
      : `这是公示结果，公示到 ${moment(at)}。有异议，请在此前告诉主办方。`,
  final: ({ at, early }: Announcement): string =>
    `这是最终结果，${moment(at ?? 0)} ${early ? '提前' : ''}定。`,
};
