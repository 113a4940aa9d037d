import { lazily } from '../../../text/index.ts';
import { again } from '../../../text/phone/zh-CN/again.ts';

export const text = lazily(again, async () => (await import('../../../text/phone/en/again.ts')).again);
