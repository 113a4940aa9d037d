import { lazily } from '../../../text/index.ts';
import * as zh from '../../../text/phone/zh-CN/asking.ts';

export const text = lazily(zh, () => import('../../../text/phone/en/asking.ts'));
