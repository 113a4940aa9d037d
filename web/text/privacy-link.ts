/** The way to the page on privacy, in both languages at once: it is shorter than a fetch. */
import type { Catalogue } from './index.ts';

export const link: Catalogue<string> = { 'zh-CN': '隐私说明', en: 'Privacy' };
