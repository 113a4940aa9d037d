import type * as ZhModule from '../zh-CN/notices.ts';

type Zh = typeof ZhModule;

export const notice: Zh['notice'] = {
  about: {
    'ballot.submit': 'Ballot',
    'ballot.wait': 'Please wait for me',
    'question.ask': 'Question',
    'evidence.attach': 'Evidence',
    'evidence.remove': 'Evidence taken away',
    'question.rate': 'Rating',
    'question.support': 'Support',
    'hand.raise': 'Raised hand',
    'help.ask': 'Call for help',
    'crowd.vote': 'Vote',
    'promise.make': 'Promise',
    'promise.change': 'Changed promise',
    'promise.confirm': 'Your yes to the promise',
    'promise.object': 'Your no to the promise',
    'promise.withdraw': 'Withdrawal',
    'hand-on.offer': 'Handing on',
    'hand-on.take': 'Taking over',
    'hand-on.decline': 'Your no to taking over',
    'recusal.declare': 'Recusal',
  },
  of: (what, unit) => `${what}, ${unit}`,
  pending: (count) => `${count} kept on this phone, to be submitted once there is a network`,
  pendingBallot: 'Your ballot is kept on this phone and being submitted',
  memory: 'This phone cannot keep it for long: please leave this page open until it has arrived.',
};
