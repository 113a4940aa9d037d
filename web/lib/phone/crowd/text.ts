import { lazily } from '../../../text/index.ts';
import * as zh from '../../../text/phone/zh-CN/crowd.ts';

export const text = lazily(zh.crowd, async () => (await import('../../../text/phone/en/crowd.ts')).crowd);
