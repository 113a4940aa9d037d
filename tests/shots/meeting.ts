/** Phones and the console through one meeting, at the sizes that people hold and sit at. */
import type { Browser, Page } from '@playwright/test';
import { Director } from '../support/director.ts';
import { HubProcess } from '../support/hub-process.ts';
import { DESKS, PHONES, type Size } from './sizes.ts';
import { atRest, type Provider, type Studio } from './studio.ts';

interface Seat {
  /** What its pictures are called. */
  name: string;
  page: Page;
}

class Cast {
  readonly #studio: Studio;
  readonly #seats: Seat[] = [];

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  async seat(kind: string, browser: Browser, size: Size): Promise<Page> {
    const context = await browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    const name = `${kind} ${size.width}x${size.height}`;
    page.on('pageerror', (error) => this.#studio.complain(`${name}: ${error.message}`));
    this.#seats.push({ name, page });
    return page;
  }

  pages(kind: string): Page[] {
    return this.#seats.filter(({ name }) => name.startsWith(kind)).map(({ page }) => page);
  }

  /** One picture of every seat of a kind, once its page is at rest. */
  async take(kind: string, moment: string): Promise<void> {
    for (const { name, page } of this.#seats.filter((one) => one.name.startsWith(kind))) {
      const picture = `pages/${kind}/${moment} ${name.slice(kind.length + 1)}`;
      if (!this.#studio.wants(picture)) continue;
      await atRest(page);
      await this.#studio.save(picture, page);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#seats.map(({ page }) => page.context().close()));
  }
}

const each = async (pages: Page[], act: (page: Page, at: number) => Promise<unknown>): Promise<void> => {
  for (const [at, page] of pages.entries()) await act(page, at);
};

async function signIn(cast: Cast, hub: HubProcess): Promise<void> {
  const [first, ...others] = cast.pages('console');
  if (!first) return;
  await first.goto(/http\S+\/set-up#\S+/.exec(hub.output)?.[0] ?? '');
  await first.getByLabel('您的姓名').fill('主办');
  await cast.take('console', '01 set-up');
  await first.getByLabel('设置密码').fill('a long password');
  await first.getByLabel('再输入一遍密码').fill('a long password');
  await first.getByRole('button', { name: '创建并登录' }).click();
  await first.getByRole('button', { name: '载入演示考场' }).waitFor();
  const { cookies } = await first.context().storageState();
  await each(others, (page) => page.context().addCookies(cookies));
}

async function prepare(cast: Cast, hub: HubProcess, director: Director): Promise<void> {
  const consoles = cast.pages('console');
  const go = (path: string) =>
    each(consoles, (page) => page.goto(`${hub.url}/console${path}`, { waitUntil: 'networkidle' }));
  await go('');
  await cast.take('console', '02 meetings');
  await go(`/${director.code}/prepare`);
  await cast.take('console', '03 prepare');
  await each(consoles, (page) => page.getByRole('link', { name: '评分表', exact: true }).click());
  await cast.take('console', '03 sheet');
  await go(`/${director.code}/check`);
  await cast.take('console', '06 preflight');
  await go(`/${director.code}/passes`);
  await cast.take('console', '04 passes');
  await go(`/${director.code}`);
  await cast.take('console', '05 before the first unit');
}

async function arrive(cast: Cast, hub: HubProcess, director: Director): Promise<void> {
  await each(cast.pages('examiner'), async (page, at) => {
    await page.goto(await director.pass(`e${at + 1}`, `party-0${at + 1}`));
    await page.getByRole('button', { name: '进入考场' }).waitFor();
  });
  await cast.take('examiner', '01 enrol');
  await each(cast.pages('examiner'), async (page) => {
    await page.getByRole('button', { name: '进入考场' }).click();
    await page.getByRole('button', { name: '我要提问' }).waitFor();
  });
  await cast.take('examiner', '02 waiting');
  await each(cast.pages('crowd'), (page) => page.goto(`${hub.url}/`));
  await cast.take('crowd', '01 landing');
  await each(cast.pages('crowd'), async (page) => {
    await page.goto(`${hub.url}/m/${director.code}`);
    await page.getByRole('button', { name: '我要提问' }).waitFor();
  });
  await cast.take('crowd', '02 waiting');
}

const ask = async (page: Page, text: string) => {
  await page.getByRole('button', { name: '我要提问' }).click();
  await page.getByRole('textbox', { name: '您的问题' }).fill(text);
};

async function question(cast: Cast, director: Director): Promise<void> {
  const all = ['examiner', 'crowd', 'console'] as const;
  await director.brings('u1', 'waiting', 'reporting');
  await each(cast.pages('examiner'), (page) => page.getByText('请听述职').waitFor());
  for (const kind of all) await cast.take(kind, '03 report');
  await director.brings('u1', 'reporting', 'questioning');
  await each(cast.pages('examiner'), (page) =>
    ask(page, '渔排污水排到哪里去了？夜里谁来管，查到了怎么处理，什么时候能看到变化？'),
  );
  await cast.take('examiner', '04 ask');
  await each(cast.pages('examiner'), (page) => page.getByRole('button', { name: '提交问题' }).click());
  const asked = () => director.caller.slices.questions ?? [];
  await director.caller.until(() => asked().length === cast.pages('examiner').length);
  const staged = asked()[0]?.id ?? '';
  await director.caller.must('question.stage', { question: staged });
  await each(cast.pages('crowd'), (page) => page.getByText('渔排污水').first().waitFor());
  for (const kind of all) await cast.take(kind, '05 question');
  await director.caller.must('question.answered', { question: staged });
  await each(cast.pages('examiner'), (page) => page.getByRole('button', { name: '较好' }).click());
  for (const kind of all) await cast.take(kind, '06 rating');
}

async function score(cast: Cast, director: Director): Promise<void> {
  await director.brings('u1', 'questioning', 'scoring');
  await each(cast.pages('examiner'), (page) => page.getByText('请给这家打分').waitFor());
  for (const kind of ['examiner', 'crowd', 'console']) await cast.take(kind, '07 scoring');
  await each(cast.pages('examiner'), async (page) => {
    await page.getByRole('button', { name: '填评分票' }).click();
    const fields = page.getByRole('textbox');
    for (const [at, points] of ['27.5', '18', '26', '17.5'].entries()) await fields.nth(at).fill(points);
  });
  await cast.take('examiner', '08 ballot');
  await each(cast.pages('examiner'), (page) => page.getByRole('button', { name: '核对评分票' }).click());
  await cast.take('examiner', '09 read-back');
  await each(cast.pages('examiner').slice(0, 1), (page) => page.context().setOffline(true));
  await each(cast.pages('examiner'), (page) => page.getByRole('button', { name: '确认提交' }).click());
  await each(cast.pages('examiner').slice(0, 1), (page) => page.getByText(/评分票已存好/).waitFor());
  await cast.take('examiner', '10 sent');
  await each(cast.pages('examiner'), async (page) => {
    await page.context().setOffline(false);
    await page.getByText('评分票已送达').waitFor();
  });
  await cast.take('examiner', '11 receipt');
  await director.brings('u1', 'scoring', 'closing');
  for (const kind of ['crowd', 'console']) await cast.take(kind, '12 closing');
}

async function results(cast: Cast, director: Director): Promise<void> {
  await director.brings('u1', 'closing', 'locked');
  await cast.take('console', '13 locked');
  await director.caller.must('turn.publish', { unit: 'u1' });
  await director.caller.must('meeting.close', {});
  await each(cast.pages('examiner'), (page) =>
    page.goto(page.url().replace(/#.*$/, ''), { waitUntil: 'networkidle' }),
  );
  for (const kind of ['examiner', 'crowd', 'console']) await cast.take(kind, '14 results');
}

export const meeting: Provider = {
  name: 'meeting',
  async take(studio) {
    const hub = await HubProcess.start();
    const cast = new Cast(studio);
    try {
      const director = await Director.of(hub);
      for (const size of PHONES) await cast.seat('examiner', studio.browser, size);
      for (const size of PHONES) await cast.seat('crowd', studio.browser, size);
      for (const size of DESKS) await cast.seat('console', studio.browser, size);
      await signIn(cast, hub);
      await prepare(cast, hub, director);
      await arrive(cast, hub, director);
      await question(cast, director);
      await score(cast, director);
      await results(cast, director);
      director.caller.close();
    } finally {
      await cast.close();
      await hub.stop();
    }
  },
};
