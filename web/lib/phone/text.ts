import { lazily, type Lazy } from '../../text/index.ts';
import { zh, type Phone } from '../../text/phone.zh-CN.ts';

export const text: Lazy<Phone> = lazily(zh, async () => (await import('../../text/phone.en.ts')).en);
