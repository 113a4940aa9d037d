import type * as ZhModule from '../zh-CN/records.ts';

type Zh = typeof ZhModule;

export const records: Zh['records'] = {
  open: 'My records',
  title: 'My records',
  ballots: 'My ballots',
  none: 'none yet',
  statuses: {
    counted: 'arrived',
    void: 'void',
    late: 'arrived after the lock, not counted, sealed',
  },
  amended: 'amended by procedure',
  assisted: 'entered by an assistant',
  revision: (revision) => `submission ${revision}; this one counts`,
  code: 'Receipt',
  full: (points) => `of ${points}`,
  ratings: 'Answers that I rated',
};
