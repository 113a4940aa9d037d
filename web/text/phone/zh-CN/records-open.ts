/** Of records, what every phone's first load says. */
export const records = { open: '我的记录' };
