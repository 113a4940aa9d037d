import { lazily } from '../../text/index.ts';
import { zh } from '../../text/privacy.zh-CN.ts';

export const text = lazily(zh, async () => (await import('../../text/privacy.en.ts')).en);
