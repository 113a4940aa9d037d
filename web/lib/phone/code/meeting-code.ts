/** The six figures as people type them: read aloud, copied from a poster, with the link around them. */
import { tidyFigures } from '../tidy.ts';

const SAID = '〇一二三四五六七八九';
/** What is taken for a figure by mistake: there are no letters in a code. */
const LIKE: Record<string, string> = {
  o: '0',
  零: '0',
  '○': '0',
  i: '1',
  l: '1',
  '|': '1',
  '!': '1',
  幺: '1',
  两: '2',
};

const figureOf = (sign: string): string => {
  const said = SAID.indexOf(sign);
  return said >= 0 ? String(said) : (LIKE[sign] ?? sign);
};

export type TypedCode = { code: string } | { problem: 'short'; figures: number } | { problem: 'letters' };

/** What was meant, or what is wrong with it. */
export function meetingCode(typed: string): TypedCode {
  const link = /\/[mp]\/([0-9]{6})/.exec(typed);
  if (link?.[1] !== undefined) return { code: link[1] };
  // Full-width letters and signs stand at the same distance from the plain ones as full-width figures do.
  const plain = tidyFigures(typed)
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[-–—_.,。，、·]/g, '');
  const signs = plain.split('').map(figureOf).join('');
  if (!/^[0-9]*$/.test(signs)) return { problem: 'letters' };
  return signs.length === 6 ? { code: signs } : { problem: 'short', figures: signs.length };
}
