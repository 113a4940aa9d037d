import type * as ZhModule from '../zh-CN/member.ts';

type Zh = typeof ZhModule;

export const member: Zh['member'] = {
  you: 'Please answer',
  next: 'Your next questions',
  first: 'If you hand it on, it stays yours until the other takes over.',
};
