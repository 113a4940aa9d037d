import type { again as zh } from '../zh-CN/again.ts';

export const again: typeof zh = {
  scan: 'The meeting was restored from a copy that does not know this phone. Please scan your pass once more, or ask the staff.',
};
