import type * as ZhModule from '../zh-CN/records.ts';

type Zh = typeof ZhModule;

export const records: Zh['records'] = {
  open: 'My records',
  title: 'My records',
  ballots: 'My ballots',
  none: 'none yet',
  statuses: { counted: 'received', void: 'void', late: 'came after the lock, sealed, not counted' },
  amended: 'amended',
  assisted: 'entered with the help of staff',
  revision: (revision) => `submission ${revision}`,
};
