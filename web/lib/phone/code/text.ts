import { lazily } from '../../../text/index.ts';
import * as zh from '../../../text/phone/zh-CN/code.ts';

export const text = lazily(zh.code, async () => (await import('../../../text/phone/en/code.ts')).code);
