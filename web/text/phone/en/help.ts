import type { help as Zh } from '../zh-CN/help.ts';

export const help: typeof Zh = {
  call: 'Help',
  called: 'Called',
  told: 'The staff know; please stay in your seat',
  telling: 'Kept on this phone; the staff are being told',
  takeBack: 'Not needed',
};
