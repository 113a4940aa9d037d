import { lazily } from '../../../text/index.ts';
import { appeal } from '../../../text/phone/zh-CN/appeal.ts';

export const text = lazily(appeal, async () => (await import('../../../text/phone/en/appeal.ts')).appeal);
