import type * as zh from '../zh-CN/crowd.ts';

export const crowd: typeof zh.crowd = {
  satisfied: 'Are you satisfied?',
  one: 'One vote a phone; you can change it until voting closes.',
  counts: { yes: 'It counts.', no: 'It is shown only and does not count.' },
  voted: (count) => `${count} have voted`,
  delivered: 'Received',
  stored: 'Kept on this phone',
  does: {
    draft: 'This page changes by itself when it begins.',
    ready: 'This page changes by itself when it begins.',
    waiting: 'This page changes by itself when the next one is on stage.',
    reporting: 'You are asked for your vote when scoring begins.',
    questioning: 'You are asked for your vote when scoring begins.',
    last: 'The results are on the big screen.',
    closed: 'The results are on the big screen, and here once they are published.',
    published: 'Here are the results that were published.',
  },
  lastVote: (unit) => `Your vote for ${unit}: `,
  lastLocked: 'Voting is closed; it can no longer be changed.',
  votes: 'My votes',
  noVotes: 'You have not voted yet.',
  more: (count) => `${count} more ${count === 1 ? 'question waits' : 'questions wait'}`,
  keeps: 'You give no name. This phone has a random number, which only makes it one vote a phone.',
  pass: 'An examiner? Please scan your own pass.',
};
