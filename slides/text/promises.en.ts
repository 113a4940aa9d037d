import type { promisesZhCN } from './promises.zh-CN.ts';

const figure = (value: number): string => new Intl.NumberFormat('en').format(value);
const day = new Intl.DateTimeFormat('en-GB', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

export const promisesEn: typeof promisesZhCN = {
  title: 'Promises',
  ofUnit: 'Promised here',
  what: 'Promised in public',
  now: 'Promised just now',
  last: 'The last one',
  made: 'promises',
  confirmed: (count) => `${figure(count)} confirmed`,
  by: (due, today) => {
    if (due === today) return 'done today';
    const words = due.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear;
    return `done before ${words.format(new Date(`${due}T00:00:00Z`))}`;
  },
  tiles: { confirmed: 'Confirmed by who asked', made: 'Written down' },
  total: (count) => `${figure(count)} in all`,
  removed: '(the words were removed)',
  count: (name, count) => `${name}: ${figure(count)} promised`,
};
