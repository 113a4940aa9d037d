import type { records as Zh } from '../zh-CN/records-open.ts';

export const records: typeof Zh = { open: 'My records' };
