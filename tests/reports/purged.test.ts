/** J6 · Every export of a purged meeting: whole, without a word of anybody, and saying where something is gone. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../assessment/journal.ts';
import { differences } from '../../assessment/recount.ts';
import { aboutOf } from '../../reports/about.ts';
import { askedOf } from '../../reports/asked.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { courseOf } from '../../reports/course.ts';
import { rankingCsv } from '../../reports/csv.ts';
import { questionsXlsx } from '../../reports/questions.ts';
import { reportDocx } from '../../reports/report.ts';
import { rankingXlsx } from '../../reports/spreadsheet.ts';
import { folded, purged } from '../support/meeting.ts';
import type { Scene } from '../support/scene.ts';
import { unzip } from '../support/xlsx.ts';
import { askedMeeting } from './asked-meeting.ts';
import { HEAD, playedMeeting } from './meetings.ts';

/** Texts of private parts; the secrets of draws are published on purpose (L1). */
function wordsOf({ meeting }: Scene): string[] {
  const found = new Set<string>();
  const walk = (value: Json | undefined): void => {
    if (typeof value === 'string') found.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const { type, private: secret } of meeting.journal) if (type !== 'draw-promised') walk(secret);
  return [...found].filter((one) => one.length > 1);
}

/** Everything that stands in the files of a zip, tags left out. */
const textIn = (file: Uint8Array): string =>
  [...unzip(file).values()].map((data) => data.toString('utf8').replace(/<[^>]+>/g, ' ')).join(' ');

async function exportsOf(scene: Scene): Promise<{ left: Record<string, string>; bundle: string }> {
  const state = folded(purged(scene.meeting.sealed()));
  const bundle = bundleOf(state, HEAD);
  expect(differences(bundle)).toEqual([]);
  expect(bundle.results).toEqual(bundleOf(scene.state, HEAD).results);
  const about = aboutOf(state);
  const asked = askedOf(state);
  const left: Record<string, string> = {};
  for (const language of ['zh-CN', 'en'] as const) {
    left[`csv ${language}`] = rankingCsv(bundle, about, language);
    left[`xlsx ${language}`] = textIn(await rankingXlsx(bundle, about, language));
    left[`questions ${language}`] = textIn(await questionsXlsx(bundle, asked, about, language));
    const told = { bundle, about, asked, course: courseOf(state) };
    left[`docx ${language}`] = textIn(await reportDocx(told, language));
  }
  return { left, bundle: JSON.stringify(bundle) };
}

describe('J6 · what an export says after a purge', () => {
  it.each([
    ['a count with every correction', playedMeeting],
    ['questions and promises of every kind', askedMeeting],
  ])('%s: no word of anybody is in it, and nothing reads null', async (_what, play) => {
    const scene = play();
    const said = wordsOf(scene);
    expect(said.length).toBeGreaterThan(20);
    const { left, bundle } = await exportsOf(scene);
    for (const [name, text] of Object.entries({ ...left, bundle })) {
      const found = said.filter((one) => text.includes(one));
      expect({ name, found }).toEqual({ name, found: [] });
    }
    for (const text of Object.values(left)) expect(/\b(null|undefined|NaN)\b/.exec(text)).toBeNull();
  });

  it('says of a reason that it is gone, and never leaves its place empty', async () => {
    const { left } = await exportsOf(playedMeeting());
    expect(left['xlsx zh-CN']).toContain('（已清除）');
    expect(left['docx zh-CN']?.match(/（已清除）/g)).toHaveLength(5);
    expect(left['docx en']).toContain('(purged)');
  });
});
