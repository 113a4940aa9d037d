import { lazily } from '../../../text/index.ts';
import * as zh from '../../../text/phone/zh-CN/pictures.ts';

export const text = lazily(
  zh.pictures,
  async () => (await import('../../../text/phone/en/pictures.ts')).pictures,
);
