/** How names are read aloud. The dictionary is 300 KB, so it comes when somebody first looks for a person. */
import type { Spell } from './find-person.ts';

/** Reads nothing: names and numbers are found without the dictionary, too. */
export const spellNothing: Spell = () => [];

/** The family name in its own reading (单 shàn, 仇 qiú), then every other one, since nobody types by the rules. */
export async function loadSpelling(): Promise<Spell> {
  const { pinyin, polyphonic } = await import('pinyin-pro');
  const known = new Map<string, string[][]>();
  const read = (name: string): string[][] => {
    const characters = Array.from(name);
    const likely = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });
    return characters.map((character, at) => {
      const all = polyphonic(character, { toneType: 'none', type: 'array', v: true }).flat();
      const first = likely.length === characters.length ? likely[at] : undefined;
      return [...new Set(first === undefined ? all : [first, ...all])];
    });
  };
  return (name) => {
    const found = known.get(name) ?? read(name);
    known.set(name, found);
    return found;
  };
}
