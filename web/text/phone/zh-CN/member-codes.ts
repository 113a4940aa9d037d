import type { MemberCodes } from '../../member-codes.ts';

/** Refusals that only a member's phone and the organizers' pages can be answered with. */
export const codes: MemberCodes = {
  'evidence-full': (detail) => `这个问题已经附了 ${detail.most ?? 6} 张，不能再加。`,
  'not-responsible': '这件事由负责这个问题的成员来办。',
  'no-offer': '这个问题没有请您接手，或者已经有人接手。',
  'promise-made': '这个问题已有一项承诺。要改就改那一项，或先撤回。',
  'promise-due': (detail) => `办好的日期要在 ${detail.least ?? ''} 到 ${detail.most ?? ''} 之间。`,
  'already-published': '已经公布。',
};
