import type * as ZhModule from '../zh-CN/notices.ts';

type Zh = typeof ZhModule;

export const notice: Zh['notice'] = {
  about: {
    'ballot.submit': 'Ballot',
    'ballot.wait': 'Please wait for me',
    'question.ask': 'Question',
    'question.rate': 'Rating',
    'question.support': 'Support',
    'hand.raise': 'Raised hand',
    'crowd.vote': 'Vote',
    'recusal.declare': 'Recusal',
  },
  of: (what, unit) => `${what}, ${unit}`,
  pending: (count) => `${count} kept on this phone, to be submitted once there is a network`,
  pendingBallot: 'Your ballot is kept on this phone and being submitted',
  memory: 'This phone cannot keep it for long: please leave this page open until it has arrived.',
};
