import { lazily } from '../../../text/index.ts';
import { helpPage } from '../../../text/phone/zh-CN/help-page.ts';

export const text = lazily(
  helpPage,
  async () => (await import('../../../text/phone/en/help-page.ts')).helpPage,
);
