/** Every page of the phones in both layouts, at the sizes that people hold: examiners, a member, the crowd; and two consoles. */
import type { Page } from '@playwright/test';
import { Director } from '../support/director.ts';
import { HubProcess } from '../support/hub-process.ts';
import { png } from '../support/pictures.ts';
import { PHONES } from './sizes.ts';
import { atRest, type Provider, type Studio } from './studio.ts';

const QUESTION = '渔排污水排到哪里去了？夜里谁来管，查到了怎么处理，什么时候能看到变化？';
const GRADES = [
  { id: 'good', name: '好', worth: 10_000 },
  { id: 'fair', name: '较好', worth: 8_000 },
  { id: 'poor', name: '较差', worth: 5_000 },
];

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** The phones of one kind of person: one of each size. */
class Phones {
  readonly pages: { page: Page; size: string }[] = [];
  readonly #studio: Studio;
  readonly #kind: string;

  constructor(studio: Studio, kind: string) {
    this.#studio = studio;
    this.#kind = kind;
  }

  async open(link: (at: number) => Promise<string> | string): Promise<this> {
    for (const [at, viewport] of PHONES.entries()) {
      const options = { viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
      const page = await (await this.#studio.browser.newContext(options)).newPage();
      page.setDefaultTimeout(8000);
      page.on('pageerror', (error) => this.#studio.complain(`${this.#kind}: ${error.message}`));
      await page.goto(await link(at));
      this.pages.push({ page, size: `${viewport.width}x${viewport.height}` });
    }
    return this;
  }

  /** What each does, and what it shows then. What fails is told, and the others go on. */
  async take(moment: string, act?: (page: Page) => Promise<unknown>): Promise<void> {
    for (const { page, size } of this.pages) {
      await act?.(page).catch((error: unknown) =>
        this.#studio.complain(`${this.#kind} ${moment} ${size}: ${String(error).slice(0, 300)}`),
      );
      const picture = `pages/phones/${this.#kind}/${moment} ${size}`;
      if (!this.#studio.wants(picture)) continue;
      await atRest(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) this.#studio.complain(`${picture} is ${over} px too wide`);
      await this.#studio.save(picture, page);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.pages.map(({ page }) => page.context().close()));
  }
}

/** The same page of all, by its address; the place of the thumb is not of interest here. */
const at = (hash: string) => async (page: Page) => {
  await page.evaluate((to) => (location.hash = to), hash);
};

class Meeting {
  readonly hub: HubProcess;
  readonly director: Director;
  readonly plain: Phones;
  readonly elder: Phones;
  readonly member: Phones;
  readonly crowd: Phones;

  constructor(studio: Studio, hub: HubProcess, director: Director) {
    this.hub = hub;
    this.director = director;
    this.plain = new Phones(studio, 'examiner');
    this.elder = new Phones(studio, 'elder');
    this.member = new Phones(studio, 'member');
    this.crowd = new Phones(studio, 'crowd');
  }

  async both(moment: string, act?: (page: Page) => Promise<unknown>): Promise<void> {
    await this.plain.take(moment, act);
    await this.elder.take(moment, act);
  }

  async all(moment: string): Promise<void> {
    await this.both(moment);
    await this.member.take(moment);
    await this.crowd.take(moment);
  }

  #member(at: number): Promise<string> {
    return this.director.issues(`member-0${at}`, 'member', { person: `m${5 + at}`, unit: 'u1' });
  }

  async arrives(): Promise<void> {
    const pass = (n: number) => this.director.pass(`e${n}`, `party-0${n}`);
    await this.plain.open((n) => pass(n + 1));
    await this.elder.open((n) => pass(n + 3));
    await this.member.open((n) => this.#member(n));
    await this.crowd.open(() => `${this.hub.url}/`);
    await this.crowd.take('01 code');
    await this.plain.take('01 enrol', (page) => page.getByRole('button', { name: '进入考场' }).waitFor());
    await this.elder.take('01 enrol', (page) => page.getByRole('switch', { name: /大字/ }).click());
    await this.member.take('01 enrol');
    for (const phones of [this.plain, this.elder, this.member])
      for (const { page } of phones.pages) {
        await press(page, '进入考场');
        await page.waitForURL(/\/m\/\d{6}/);
      }
    for (const { page } of this.crowd.pages) await page.goto(`${this.hub.url}/m/${this.director.code}`);
    await this.all('02 waiting');
  }

  async asks(): Promise<void> {
    const photo = { name: 'a.png', mimeType: 'image/png', buffer: png(1200, 900) };
    await this.director.brings('u1', 'waiting', 'reporting');
    await this.all('03 report');
    await this.director.brings('u1', 'reporting', 'questioning');
    await this.both('04 ask', at('ask'));
    await this.plain.take('05 ask with a photo', async (page) => {
      await page.getByRole('textbox').first().fill(QUESTION);
      await page.getByLabel('加一张照片').setInputFiles(photo);
      await page.getByAltText('您选的照片').waitFor();
    });
    await this.elder.take('05 ask step 1', (page) => page.getByRole('textbox').first().fill(QUESTION));
    await this.elder.take('05 ask step 2', (page) => press(page, '下一步'));
    await this.elder.take('05 ask step 3', (page) => press(page, '下一步'));
    for (const phones of [this.plain, this.elder])
      for (const { page } of phones.pages) await press(page, '提交问题');
    await this.director.caller.until(() => (this.director.caller.slices.questions ?? []).length === 4);
    await this.both('06 my questions');
    await this.crowd.take('06 ask', at('ask'));
    await this.crowd.take('06 stage', at('stage'));
  }

  async answers(): Promise<void> {
    const { caller } = this.director;
    const [first] = caller.slices.questions ?? [];
    const question = first?.id ?? '';
    await caller.must('question.hand-on', { question, member: 'm5' });
    await caller.must('question.stage', { question, instead: null });
    await this.all('07 question');
    await this.member.take('08 team', at('team'));
    await this.member.take('08 hand on', at(`hand-on/${question}`));
    await this.member.take('08 promise', at(`promise/${question}`));
    await this.member.take('08 stage', at('stage'));
    await caller.must('question.answered', { question });
    await this.all('09 answered');
    await this.both('10 rated', (page) => press(page, '较好'));
    await this.both('11 help', at('help'));
    await this.both('12 help is told', (page) => press(page, '请工作人员来'));
    await this.both('13 stage again', at('stage'));
  }

  async scores(): Promise<void> {
    await this.director.brings('u1', 'questioning', 'scoring');
    await this.all('14 scoring');
    await this.crowd.take('15 voted', (page) => press(page, '满意'));
    await this.both('15 ballot', at('ballot/u1'));
    await this.plain.take('16 one by one', (page) => press(page, '逐项打分'));
    await this.elder.take('16 all on one page', (page) => press(page, '一页全部'));
    await this.plain.take('17 ballot filled', async (page) => {
      await press(page, '一页全部');
      await fill(page);
    });
    await this.elder.take('17 ballot filled', fill);
    await this.both('18 read-back', (page) => press(page, '核对评分票'));
    await this.both('19 receipt', async (page) => {
      await press(page, '确认提交');
      await page.getByText('评分票已送达').waitFor();
    });
    await this.both('20 stage with a receipt', at('stage'));
    await this.director.brings('u1', 'scoring', 'closing');
    await this.all('21 closing');
    await this.director.brings('u1', 'closing', 'locked');
    await this.all('22 locked');
    await this.both('23 records', at('records'));
    await this.crowd.take('23 records', at('records'));
    await this.member.take('23 questions', at('questions'));
  }

  async ends(): Promise<void> {
    await this.director.caller.must('turn.publish', { unit: 'u1' });
    await this.director.caller.must('meeting.close', {});
    await this.both('24 closed', at('stage'));
    await this.both('25 results', at('results'));
    await this.member.take('24 closed', at('stage'));
    await this.crowd.take('24 closed', at('stage'));
    await this.crowd.take('25 results', at('results'));
  }

  async close(): Promise<void> {
    for (const phones of [this.plain, this.elder, this.member, this.crowd]) await phones.close();
    this.director.caller.close();
  }
}

async function fill(page: Page): Promise<void> {
  const fields = page.getByRole('textbox');
  for (const [nth, points] of ['27.5', '18', '26', '17.5'].entries()) await fields.nth(nth).fill(points);
}

/** B1 · The ballot in words; I2 · a pass that is in use on another phone. */
async function inGrades(studio: Studio, hub: HubProcess): Promise<void> {
  const director = await Director.of(hub);
  const sheet = director.caller.slices.sheet;
  if (sheet) await director.caller.must('sheet.set', { ...sheet, input: 'grades', grades: GRADES });
  const links = [await director.pass('e1', 'party-01'), await director.pass('e2', 'party-02')];
  const phones = await new Phones(studio, 'grades').open((n) => links[n] ?? '');
  await director.brings('u1', 'waiting', 'scoring');
  for (const { page } of phones.pages)
    await press(page, '进入考场').then(() => page.waitForURL(/\/m\/\d{6}/));
  await phones.take('01 ballot', at('ballot/u1'));
  await phones.take('02 one by one', (page) => press(page, '逐项打分'));
  await phones.take('03 elder', async (page) => {
    await press(page, '大字');
    await page.locator('.phone.elder').waitFor();
  });
  const second = await new Phones(studio, 'handover').open((n) => links[n] ?? '');
  await second.take('01 in use', (page) => page.getByRole('button', { name: '进入考场' }).waitFor());
  await second.take('02 asked', (page) => press(page, '进入考场'));
  await second.close();
  await phones.close();
  director.caller.close();
}

export const phones: Provider = {
  name: 'phones',
  async take(studio) {
    const hub = await HubProcess.start();
    try {
      const meeting = new Meeting(studio, hub, await Director.of(hub));
      await meeting.arrives();
      await meeting.asks();
      await meeting.answers();
      await meeting.scores();
      await meeting.ends();
      await meeting.close();
      await inGrades(studio, hub);
    } finally {
      await hub.stop();
    }
  },
};
