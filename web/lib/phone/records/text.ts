import { lazily } from '../../../text/index.ts';
import { records } from '../../../text/phone/zh-CN/records.ts';

export const text = lazily(records, async () => (await import('../../../text/phone/en/records.ts')).records);
