// The scripts of all components as modules of their own, for the lint rules that need types: a linter that is given a
// component makes the compiler think the whole program through again, 300 times over.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Beside what SvelteKit generates; `rootDirs` makes relative imports mean the files where they are. */
export const folder = '.svelte-kit/scripts';
const config = {
  extends: '../../tsconfig.json',
  compilerOptions: { rootDirs: ['../..', '../types', '.'] },
  include: ['../ambient.d.ts', '../non-ambient.d.ts', '../types/**/$types.d.ts', './**/*.ts'],
};

/** Each line of a script stays where it is in its component. */
export function writeScripts() {
  rmSync(folder, { recursive: true, force: true });
  for (const path of ['web', 'slides'].flatMap(componentsIn)) {
    const to = join(folder, path.replace(/\.svelte$/, '.script.ts'));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, `${scriptsOf(readFileSync(path, 'utf8'))}\nexport {};\n`);
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
}

const componentsIn = (room) =>
  readdirSync(room, { recursive: true })
    .filter((path) => path.endsWith('.svelte'))
    .map((path) => join(room, path));

function scriptsOf(whole) {
  const blank = (text) => text.replace(/[^\n]/g, '');
  // What a comment ahead of the script says of scripts is none.
  const component = whole.replace(/^<!--[\s\S]*?-->/, blank);
  let [out, at] = ['', 0];
  for (const { index, 0: block, 1: open, 2: script } of component.matchAll(
    /(<script\b(?:"[^"]*"|[^">])*>)([\s\S]*?)<\/script>/g,
  )) {
    out += blank(component.slice(at, index) + open) + script;
    at = index + block.length;
  }
  return out;
}
