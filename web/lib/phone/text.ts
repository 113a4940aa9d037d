import { choose } from '../../text/index.ts';
import { en } from '../../text/phone.en.ts';
import { zh, type Phone } from '../../text/phone.zh-CN.ts';

export const text = (): Phone => choose({ 'zh-CN': zh, en });
