/** `index.html` of a folder of pictures: contact sheets, each moment one row, its sizes and themes side by side. */
import { readdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What ends a picture's name: its size, and for a scene its theme. */
const ENDING = /^(?:(?<moment>.*)[ /])?(?<size>\d+x\d+)(?:-(?<theme>day|night))?$/;

interface Picture {
  /** Relative to the page, with `/`. */
  file: string;
  label: string;
  size: string;
  width: number;
  height: number;
  theme: string;
}
/** Moment → its pictures. */
type Rows = Map<string, Picture[]>;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const link = (file: string) => file.split('/').map(encodeURIComponent).join('/');

/** A group is a folder of pages, and all scenes are one. */
function placeOf(file: string): { group: string; moment: string; picture: Picture } {
  const name = file.replace(/\.png$/, '');
  const parts = name.split('/');
  const scenes = parts[0] === 'scenes';
  const group = scenes ? 'scenes' : parts.slice(0, -1).join('/');
  const rest = name.slice(group === '' ? 0 : group.length + 1);
  const { moment = rest, size = '', theme = '' } = ENDING.exec(rest)?.groups ?? {};
  const [width = 0, height = 0] = size.split('x').map(Number);
  const label = [size.replace('x', '×'), theme].filter((one) => one !== '').join(' ');
  return { group, moment, picture: { file, label, size, width, height, theme } };
}

const inOrder = (a: Picture, b: Picture) =>
  a.theme.localeCompare(b.theme) || a.width * a.height - b.width * b.height || a.width - b.width;

function groupsOf(files: string[]): Map<string, Rows> {
  const groups = new Map<string, Rows>();
  for (const file of files) {
    const { group, moment, picture } = placeOf(file);
    const rows = groups.get(group) ?? (new Map() as Rows);
    groups.set(group, rows.set(moment, [...(rows.get(moment) ?? []), picture]));
  }
  return groups;
}

const figure = ({ file, label }: Picture) =>
  `<figure><a href="${link(file)}"><img src="${link(file)}" alt="${escaped(file)}" loading="lazy"></a><figcaption>${label}</figcaption></figure>`;

function row(moment: string, pictures: Picture[]): string {
  const sorted = [...pictures].sort(inOrder);
  // Both themes of a scene stand under one another, size by size.
  const themes = [...new Set(sorted.map(({ theme }) => theme))];
  const lines = themes.map(
    (theme) =>
      `<div>${sorted
        .filter((one) => one.theme === theme)
        .map(figure)
        .join('')}</div>`,
  );
  return `<h3>${escaped(moment)}</h3>${lines.join('\n')}`;
}

/** @returns the page. @param files pictures relative to it, with `/` between folders */
export function sheetsOf(files: string[]): string {
  const numbered = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  const groups = [...groupsOf([...files].sort(numbered))];
  const parts = groups.map(
    ([group, rows]) =>
      `<h2 id="${escaped(group)}">${escaped(group)}</h2>\n${[...rows].map(([moment, pictures]) => row(moment, pictures)).join('\n')}`,
  );
  const ways = groups.map(([group]) => `<a href="#${escaped(group)}">${escaped(group)}</a>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${files.length} pictures</title>
<style>
body { margin: 24px; font: 14px/1.4 system-ui, sans-serif; color: #1a1a1a; background: #e9e9e6; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; }
h2 { margin: 40px 0 0; padding-top: 8px; border-top: 1px solid; }
h3 { margin: 20px 0 4px; font-size: 14px; }
div { display: flex; flex-wrap: wrap; gap: 10px; align-items: flex-end; margin-bottom: 10px; }
figure { margin: 0; }
img { display: block; max-width: 420px; height: 180px; object-fit: contain; object-position: left; }
</style></head><body>
<h1>${files.length} pictures</h1>
<nav>${ways.join('\n')}</nav>
${parts.join('\n')}
</body></html>
`;
}

/** Of every picture in the folder, also those of an earlier run that took others. */
export async function writeSheets(folder: string): Promise<void> {
  const all = await readdir(folder, { recursive: true }).catch(() => []);
  const files = all.filter((one) => one.endsWith('.png')).map((one) => one.split(sep).join('/'));
  if (files.length > 0) await writeFile(join(folder, 'index.html'), sheetsOf(files));
}
