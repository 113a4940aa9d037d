/** V4 · Where a category is one person, his score stands nowhere as his category's: in no view, no export, nothing public. */
import { expect, it } from 'vitest';
import { aboutOf } from '../../reports/about.ts';
import { askedOf } from '../../reports/asked.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { courseOf } from '../../reports/course.ts';
import { rankingCsv } from '../../reports/csv.ts';
import { publishedOf } from '../../reports/published.ts';
import { reportDocx } from '../../reports/report.ts';
import { rankingXlsx } from '../../reports/spreadsheet.ts';
import { evenScores } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { readXlsx, unzip } from '../support/xlsx.ts';
import { HEAD } from './meetings.ts';

/** What the one of the media gives of full marks; everybody else gives four fifths. */
const HIS = 0.615;

/** Three of each category but the media, which is one person unless `media` says otherwise; closed and published. */
function played(publication: 'results' | 'inclusion', media = 1): { scene: Scene; total: number } {
  const scene = setScene({ examiners: { party: 3, people: 3, media }, settings: { publication } });
  for (const unit of ['A', 'B', 'C']) scene.scores(unit, (one) => (one.pass.startsWith('media') ? HIS : 0.8));
  scene.host.send('meeting.close', {});
  const scores = evenScores(scene.state.scoring, HIS);
  return { scene, total: Object.values(scores).reduce((sum, one) => sum + one, 0) };
}

async function shown(scene: Scene): Promise<Record<string, string>> {
  const { state, meeting } = scene;
  const bundle = bundleOf(state, HEAD);
  const about = aboutOf(state);
  const told = { bundle, about, asked: askedOf(state), course: courseOf(state) };
  const { sheets } = readXlsx(await rankingXlsx(bundle, about));
  // Ballots by receipt are for organizers alone, who are warned on the sheet itself and where it is published whole.
  const cells = sheets.filter(({ name }) => name !== '评分票').map(({ cells: all }) => [...all.values()]);
  const docx =
    unzip(await reportDocx(told))
      .get('word/document.xml')
      ?.toString('utf8') ?? '';
  return {
    ...meeting.sent(),
    published: JSON.stringify(publishedOf(state, HEAD)),
    csv: rankingCsv(bundle, about),
    xlsx: JSON.stringify(cells.flat().map(({ value }) => value)),
    docx: docx.replace(/<[^>]+>/g, ' '),
  };
}

/** A figure as a view has it (hundredths) or as a paper has it. */
const figure = (total: number): RegExp =>
  new RegExp(`(?<![\\d.])(?:${total}|${(total / 100).toFixed(2)}|${total / 100})(?![\\d.])`);

it.each(['results', 'inclusion'] as const)(
  'V4 B6 a category of one tells nobody what he gave (%s)',
  async (publication) => {
    const { scene, total } = played(publication);
    for (const [where, text] of Object.entries(await shown(scene)))
      expect({ where, found: figure(total).exec(text)?.[0] }).toEqual({ where, found: undefined });
  },
);

it('V4 the same figure is there for all to see once the category has three', async () => {
  const { scene, total } = played('inclusion', 3);
  const all = await shown(scene);
  for (const where of ['organizer', 'xlsx', 'docx'] as const)
    expect({ where, found: figure(total).test(all[where] ?? '') }).toEqual({ where, found: true });
});
