import { lazily } from '../../text/index.ts';
import { zh } from '../../text/publication/zh-CN.ts';

export const text = lazily(zh, async () => (await import('../../text/publication/en.ts')).en);
