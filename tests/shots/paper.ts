/** What is printed of the paper kit: one page of each kind as it comes out of the printer, for a usual sheet and a hard one. */
import type { Page } from '@playwright/test';
import type { CommandBody } from '../../assessment/decide.ts';
import { FullMeeting } from '../support/full-meeting.ts';
import { HubProcess } from '../support/hub-process.ts';
import { LAPTOP } from './sizes.ts';
import { atRest, organizer, type Provider, type Studio } from './studio.ts';

/** A4 at 96 dots an inch. */
const A4 = { width: 794, height: 1123 };
const KINDS = [
  'procedure',
  'order',
  'slips',
  'signIn',
  'ballots',
  'tally',
  'sum',
  'crowd',
  'result',
] as const;
const HARD = '葵湾街道社会工作与未成年人保护综合服务中心联合党总支委员会';

type Sheet = CommandBody<'sheet.set'>;

/** Twelve criteria, a crowd that counts, a unit with a long name. */
async function hardens({ caller }: FullMeeting): Promise<void> {
  const { sheet, roster } = caller.slices;
  if (!sheet || !roster) throw new Error('no meeting');
  const one = (at: number): Sheet['sheet'][number] => ({
    id: `c${at}`,
    name: at % 3 === 0 ? '群众工作与服务效能总体评价' : `第${at + 1}项工作`,
    full: 800,
    step: 50,
    stage: at === 0 ? 'report' : 'questioning',
    by: 'examiners',
  });
  const voice = { id: 'voice', name: '群众评价', full: 400, step: 0, stage: 'crowd', by: 'crowd' } as const;
  const grades = ['满意', '基本满意', '不满意'].map((name, at) => ({
    id: `g${at}`,
    name,
    worth: 10_000 - at * 5000,
  }));
  await caller.must('sheet.set', {
    ...sheet,
    sheet: [...Array.from({ length: 12 }, (_, at) => one(at)), voice],
    crowd: { minimum: 30, grades },
  });
  await caller.must('units.set', {
    units: roster.units.map((unit, at) => (at === 0 ? { ...unit, name: HARD } : unit)),
  });
}

async function prints(studio: Studio, page: Page, sheet: string, language: string): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await page.locator('.of .btn.main').click();
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print' });
  await atRest(page);
  for (const kind of KINDS) {
    const name = `pages/paper/${sheet} ${kind} ${language} ${A4.width}x${A4.height}`;
    const one = page.locator(`.kit .${kind}`).first();
    if (!studio.wants(name) || (await one.count()) === 0) continue;
    await one.evaluate((node) => node.scrollIntoView());
    await studio.save(name, page);
  }
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(LAPTOP);
}

export const paper: Provider = {
  name: 'paper',
  async take(studio) {
    const hub = await HubProcess.start();
    const page = await organizer(studio, hub, LAPTOP);
    try {
      for (const sheet of ['usual', 'hard']) {
        const full = await FullMeeting.on(hub);
        if (sheet === 'hard') await hardens(full);
        for (const language of ['zh-CN', 'en']) {
          await page.goto(`${hub.url}/console/${full.code}/paper/kit?lang=${language}`);
          await page.getByRole('checkbox').first().waitFor();
          await prints(studio, page, sheet, language);
        }
        full.close();
      }
    } finally {
      await page.context().close();
      await hub.stop();
    }
  },
};
