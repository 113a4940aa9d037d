import { lazily } from '../../../text/index.ts';
import * as zh from '../../../text/phone/zh-CN/kiosk.ts';

export const text = lazily(zh.kiosk, async () => (await import('../../../text/phone/en/kiosk.ts')).kiosk);
