import { lazily } from '../../../text/index.ts';
import { notes } from '../../../text/phone/zh-CN/notes.ts';

export const text = lazily(notes, async () => (await import('../../../text/phone/en/notes.ts')).notes);
