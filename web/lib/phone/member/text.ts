import { lazily } from '../../../text/index.ts';
import * as zh from '../../../text/phone/zh-CN/member.ts';

export const text = lazily(zh.member, async () => (await import('../../../text/phone/en/member.ts')).member);
