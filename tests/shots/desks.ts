/** Every page of one meeting beside the live one, full of a whole meeting, in both languages, at the sizes of laptops. */
import type { Page } from '@playwright/test';
import { FullMeeting, someQuestions } from '../support/full-meeting.ts';
import { HubProcess } from '../support/hub-process.ts';
import { issue, issued } from '../support/passes.ts';
import { DESKS, LAPTOP, type Size } from './sizes.ts';
import { atRest, organizer, type Provider, type Studio } from './studio.ts';

/** English is wider than Chinese: one size shows where words do not fit. */
const LANGUAGES = [
  { language: 'zh', sizes: DESKS },
  { language: 'en', sizes: DESKS.slice(0, 1) },
] as const;
const SECTIONS = ['info', 'units', 'members', 'sheet', 'examiners', 'settings', 'ready'] as const;
const ROSTER =
  '姓名\t类别\t单位\n甄一\t党员代表\t第一厂\n甄二\t党员代\t第二厂\n甄一\t党员代表\t第一厂\n\t媒体代表\t日报';

/** One page of the console, and what makes of it the state that is wanted. */
interface Moment {
  name: string;
  path: string;
  /** Only in Chinese: it presses buttons by their words. */
  act?: (page: Page) => Promise<unknown>;
}

class Pictures {
  readonly #studio: Studio;
  readonly #page: Page;
  readonly #url: string;

  constructor(studio: Studio, page: Page, url: string) {
    this.#studio = studio;
    this.#page = page;
    this.#url = url;
  }

  async take({ name, path, act }: Moment): Promise<void> {
    for (const { language, sizes } of LANGUAGES.slice(0, act ? 1 : 2)) {
      const wanted = sizes
        .map((size) => ({ size, picture: `pages/desks/${name} ${language} ${size.width}x${size.height}` }))
        .filter(({ picture }) => this.#studio.wants(picture));
      if (wanted.length === 0) continue;
      const [way, part] = path.split('#');
      const asked = `${way ?? ''}?lang=${language === 'zh' ? 'zh-CN' : 'en'}${part ? `#${part}` : ''}`;
      await this.#page.goto('about:blank');
      await this.#page.goto(`${this.#url}${asked}`, { waitUntil: 'networkidle' });
      await act?.(this.#page).catch((error: unknown) => this.#studio.complain(`${name}: ${String(error)}`));
      for (const { size, picture } of wanted) await this.#one(size, picture);
    }
  }

  async #one(size: Size, picture: string): Promise<void> {
    await this.#page.setViewportSize(size);
    await atRest(this.#page);
    const over = await this.#page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) this.#studio.complain(`${picture} is ${over} px too wide`);
    await this.#studio.save(picture, this.#page);
  }
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

const PREPARATION: Moment[] = [
  ...SECTIONS.map((one, at) => ({ name: `0${at + 1} prepare ${one}`, path: `/prepare#${one}` })),
  {
    name: '08 import',
    path: '/prepare#examiners',
    act: async (page) => {
      await press(page, /^导入/);
      await press(page, '粘贴表格');
      await page.getByRole('textbox', { name: /粘贴在这里/ }).fill(ROSTER);
      await press(page, '读取');
    },
  },
];

/** The passes of units are made here, and those that were made elsewhere have no code to print. */
async function prints(page: Page): Promise<void> {
  const issue = page.getByRole('button', { name: /家单位发述职凭证/ });
  if (await issue.isVisible()) await issue.click();
  await page.getByLabel('打印哪些').selectOption('presenter');
  await press(page, /^预览/);
}

const BEFORE: Moment[] = [
  { name: '10 passes', path: '/passes' },
  { name: '11 passes print', path: '/passes', act: prints },
  { name: '12 poster', path: '/passes/poster' },
  { name: '16 paper kit', path: '/paper/kit' },
  { name: '13 preflight', path: '/check' },
  { name: '14 check-in', path: '/check-in' },
  { name: '15 check-in add', path: '/check-in', act: (page) => press(page, '临时增加') },
];

const AFTER: Moment[] = [
  { name: '20 live', path: '' },
  { name: '21 paper', path: '/paper' },
  {
    name: '21b paper is keyed',
    path: '/paper',
    act: (page) => page.getByRole('table').getByRole('button', { name: '录入' }).first().click(),
  },
  { name: '22 count', path: '/count' },
  { name: '23 journal', path: '/journal' },
  {
    name: '23b journal copies',
    path: '/journal',
    act: async (page) => {
      await page.getByText(/^自动副本/).click();
      await press(page, /的命令$/);
    },
  },
  { name: '24 stage-facing', path: '/stage' },
  { name: '25 promises', path: '/promises' },
];

async function runs(full: FullMeeting): Promise<void> {
  await full.opens();
  await full.come(48);
  await full.brings('u1', 'waiting', 'scoring');
  await full.score('u1', 45);
  await full.brings('u1', 'scoring', 'locked');
  await full.brings('u2', 'waiting', 'questioning');
  await full.ask('u2', someQuestions(9));
  await full.brings('u2', 'questioning', 'scoring');
  await full.score('u2', 36);
  await issued(full.caller, issue('kiosk-1', 'kiosk', { number: '1' }));
  const [late, later] = (full.caller.slices.progress?.pending ?? []).slice(-2);
  for (const one of [late, later])
    if (one) await full.caller.must('paper.issue', { unit: 'u2', pass: one.pass });
}

export const desks: Provider = {
  name: 'desks',
  async take(studio) {
    const hub = await HubProcess.start();
    const page = await organizer(studio, hub, LAPTOP);
    try {
      const full = await FullMeeting.on(hub, { publish: 'ceremony' });
      const pictures = new Pictures(studio, page, `${hub.url}/console/${full.code}`);
      for (const one of [...PREPARATION, ...BEFORE]) await pictures.take(one);
      await runs(full);
      for (const one of AFTER) await pictures.take(one);
      full.close();
    } finally {
      await page.context().close();
      await hub.stop();
    }
  },
};
