import type * as ZhModule from '../zh-CN/promises.ts';

type Zh = typeof ZhModule;

const day = new Intl.DateTimeFormat('en-GB', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

const bare = (words: string): string => words.trim().replace(/[。．.；;，,！!\s]+$/, '');
const dayText = (due: string, today: string): string =>
  (due.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear).format(new Date(`${due}T00:00:00Z`));
const until = (due: string, today: string): string => (due === today ? 'today' : `by ${dayText(due, today)}`);

export const promises: Zh['promises'] = {
  day: dayText,
  weekday: (due) => weekday.format(new Date(`${due}T00:00:00Z`)),
  bare,
  purged: '(the words were removed)',
  by: (due, today) => `done ${until(due, today)}`,
  sentence: (words, due, today) => `${bare(words)}, done ${until(due, today)}.`,
  says: (who) => `${who} promises`,
  somebody: 'The unit',
  title: 'Promised to you',
  right: 'Is that right?',
  yes: 'Yes, right',
  no: 'Not right',
  yesStored: 'Your yes is stored on this phone and sent by itself',
  noStored: 'Your no is stored on this phone and sent by itself',
  objected:
    'The host and the member have been told and will change it; then you are asked again. If it seems right now, you can still say yes.',
  publicTitle: 'Promised here',
  states: {
    waiting: 'waiting for the questioner',
    objected: 'the questioner says it is not right',
    questioner: 'confirmed by the questioner',
    aloud: 'confirmed by the host: the questioner agreed aloud',
    absent: 'checked by the host: the questioner was away',
    withdrawn: 'withdrawn',
  },
  mine: {
    questioner: 'You confirmed it',
    aloud: 'Confirmed by the host: you agreed aloud',
    absent: 'Checked by the host while you were away',
    withdrawn: (reason) => (reason === null ? 'withdrawn' : `withdrawn: ${reason}`),
  },
};
