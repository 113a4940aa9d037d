import { lazily } from '../../../text/index.ts';
import * as zh from '../../../text/phone/zh-CN/promises.ts';

export const text = lazily(
  zh.promises,
  async () => (await import('../../../text/phone/en/promises.ts')).promises,
);
