import type { notes as Zh } from '../zh-CN/notes.ts';

export const notes: typeof Zh = {
  title: 'My notes',
  of: (unit) => `My notes: ${unit}`,
  how: 'On this phone only: nobody else sees them, and they are never submitted.',
  memory: 'This phone cannot keep them: they are gone when this page is closed.',
  placeholder: 'Write here what you want to remember',
  open: 'Take a note',
};
