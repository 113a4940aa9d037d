/** The live page of the console in each state of a full meeting, at the sizes of laptops. */
import type { Page } from '@playwright/test';
import { FullMeeting, LONG_QUESTION, someQuestions } from '../support/full-meeting.ts';
import { HubProcess } from '../support/hub-process.ts';
import { atRest, type Provider, type Studio } from './studio.ts';

const LAPTOPS = [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
  { width: 1536, height: 768 },
  { width: 1920, height: 1080 },
];

class Desks {
  readonly pages: Page[] = [];
  readonly #studio: Studio;
  constructor(studio: Studio) {
    this.#studio = studio;
  }

  async open(hub: HubProcess, path: string): Promise<void> {
    const link = /http\S+\/set-up#\S+/.exec(hub.output)?.[0] ?? '';
    let cookies: Parameters<ReturnType<Page['context']>['addCookies']>[0] = [];
    for (const viewport of LAPTOPS) {
      const options = { viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
      const context = await this.#studio.browser.newContext(options);
      const page = await context.newPage();
      page.on('pageerror', (error) => this.#studio.complain(error.message));
      if (cookies.length === 0) {
        await page.goto(link);
        await page.getByLabel('您的姓名').fill('主办');
        await page.getByLabel('设置密码').fill('a long password');
        await page.getByLabel('再输入一遍密码').fill('a long password');
        await page.getByRole('button', { name: '创建并登录' }).click();
        await page.getByRole('button', { name: '载入演示考场' }).waitFor();
        ({ cookies } = await context.storageState());
      } else await context.addCookies(cookies);
      await page.goto(`${hub.url}${path}`);
      await page.getByRole('navigation', { name: '议程' }).waitFor();
      this.pages.push(page);
    }
  }

  each(act: (page: Page) => Promise<unknown>): Promise<unknown> {
    return Promise.all(this.pages.map(act));
  }

  async take(moment: string): Promise<void> {
    for (const page of this.pages) {
      const size = page.viewportSize();
      const name = `pages/run/${moment} ${size?.width}x${size?.height}`;
      // Also where no picture is wanted: what comes next presses what has arrived.
      await atRest(page);
      if (!this.#studio.wants(name)) continue;
      const over = await page.evaluate(() => [
        document.documentElement.scrollHeight - window.innerHeight,
        document.documentElement.scrollWidth - window.innerWidth,
      ]);
      if (over.some((one) => one > 0)) this.#studio.complain(`${name} scrolls by ${over.join(', ')}`);
      await this.#studio.save(name, page);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.context().close()));
  }
}

async function questioning(desks: Desks, full: FullMeeting): Promise<void> {
  const asked = await full.ask('u2', [LONG_QUESTION.slice(0, 200), ...someQuestions(14)]);
  await full.crowdAsks('u2', ['公厕没灯没纸谁来考核？', '路口的红绿灯什么时候修？']);
  await full.raiseHands(3);
  await full.brings('u2', 'reporting', 'questioning');
  await full.caller.must('question.stage', { question: asked[0] ?? '' });
  await desks.take('03 questioning');
  await desks.each((page) => page.keyboard.press('j'));
  await desks.each((page) => page.keyboard.press('e'));
  await desks.take('04 edit');
  await desks.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
  });
  await desks.take('05 decline');
  await desks.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '收起', exact: true }).click();
    await page.keyboard.press('?');
  });
  await desks.take('06 help');
  await desks.each((page) => page.keyboard.press('Escape'));
  await full.caller.must('question.answered', { question: asked[0] ?? '' });
  await full.caller.must('question.close', { question: asked[0] ?? '' });
  await full.caller.must('draw.promise', { purpose: 'questioner' });
  await desks.take('07 promise');
  const [draw] = (full.caller.slices.draws ?? []).slice(-1);
  await full.caller.must('draw.do', { draw: draw?.id ?? '', number: 471_100 });
  await desks.take('08 drawn questioner');
  await desks.each((page) => page.keyboard.press('n'));
  await desks.take('09 oral');
  await desks.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '抽签', exact: true }).first().click();
    await page.getByText('抽签凭据').first().click();
    await page.getByRole('button', { name: '重算一遍' }).first().click();
  });
  await desks.take('10 proof');
  await desks.each((page) => page.getByRole('button', { name: '提问', exact: true }).click());
}

async function scoring(desks: Desks, full: FullMeeting): Promise<void> {
  await full.ask('u3', someQuestions(9));
  await full.brings('u2', 'questioning', 'scoring');
  await full.score('u2', 30);
  for (const one of [...full.examiners.values()].slice(40, 43))
    await one.must('ballot.wait', { unit: 'u2', on: true });
  for (const one of [...full.examiners.values()].slice(46)) one.close();
  await desks.take('11 scoring');
  await full.brings('u2', 'scoring', 'closing');
  await desks.take('12 closing');
  await full.score('u2', 14, 30);
  await full.brings('u2', 'closing', 'locked');
  await desks.take('13 locked');
}

export const run: Provider = {
  name: 'run',
  async take(studio) {
    const hub = await HubProcess.start();
    const desks = new Desks(studio);
    try {
      const full = await FullMeeting.on(hub, { publish: 'ceremony' });
      await desks.open(hub, `/console/${full.code}`);
      await desks.take('00 ready');
      await full.opens();
      await full.come(50);
      await full.brings('u1', 'waiting', 'scoring');
      await full.score('u1', 45);
      await full.brings('u1', 'scoring', 'locked');
      await desks.take('01 before the second unit');
      await full.brings('u2', 'waiting', 'reporting');
      await desks.take('02 reporting');
      await questioning(desks, full);
      await scoring(desks, full);
      await full.caller.must('meeting.pause', { note: '雨大，请到廊下避一避' });
      await desks.take('14 paused');
      await full.caller.must('meeting.resume', {});
      for (const { unit } of (full.caller.slices.agenda ?? []).slice(2))
        await full.caller.must('turn.absent', { unit, from: 'waiting', reason: '演练从略' });
      await full.caller.must('ceremony.start', {});
      await desks.take('15 ceremony');
      full.close();
    } finally {
      await desks.close();
      await hub.stop();
    }
  },
};
