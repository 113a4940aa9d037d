import { lazily } from '../../../text/index.ts';
import * as zh from '../../../text/phone/zh-CN/ask-steps.ts';

export const text = lazily(zh, () => import('../../../text/phone/en/ask-steps.ts'));
