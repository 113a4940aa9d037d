/**
 * The people of a scenario, each in a browser of his own. They do what a person would: press what they can read.
 * A page that complains in its console, or throws, fails the scenario.
 */
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { HubProcess } from '../../support/hub-process.ts';
import { test as base } from './hubs.ts';

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1440, height: 900 };
const PASSWORD = 'a long password';

/** Hubs that have their first organizer. */
const founded = new WeakSet<HubProcess>();

/** What pages complained of; a line that was cut on purpose is no complaint. */
class Complaints {
  readonly all: string[] = [];
  #cut = false;

  watch(page: Page, who: string): void {
    page.on('pageerror', (error) => this.all.push(`${who}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (
        this.#cut &&
        /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET|WebSocket|fetching the script/.test(
          message.text(),
        )
      )
        return;
      this.all.push(`${who}: ${message.text()}`);
    });
  }

  /** From here on the network of this scenario is broken on purpose. */
  expectCuts(): void {
    this.#cut = true;
  }
}

export class Host {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #hub: HubProcess;

  constructor(page: Page, hub: HubProcess) {
    this.page = page;
    this.context = page.context();
    this.#hub = hub;
  }

  get code(): string {
    return /\/console\/(\d{6})/.exec(this.page.url())?.[1] ?? '';
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  async goTo(name: '现场' | '准备' | '凭证'): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
  }

  /** A part of the preparation. */
  async opens(part: string): Promise<void> {
    const parts = this.page.getByRole('navigation', { name: '准备事项' });
    await parts.getByRole('link', { name: part, exact: true }).click();
  }

  get #setUpLink(): string {
    // A hub that was started again has printed another one; the latest is good.
    return this.#hub.output.match(/http\S+\/set-up#\S+/g)?.pop() ?? '';
  }

  async #posts(path: string, data: object): Promise<unknown> {
    const answer = await this.context.request.post(`${this.#hub.url}/api${path}`, { data });
    if (!answer.ok()) throw new Error(`POST ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json().catch(() => null);
  }

  /** The first organizer, without the clicks: the scenario of the whole meeting goes the way by hand. */
  async isSignedIn(): Promise<void> {
    const who = { name: '主办', password: PASSWORD };
    if (founded.has(this.#hub)) await this.#posts('/sign-in', who);
    else await this.#posts('/set-up', { token: this.#setUpLink.split('#')[1], ...who });
    founded.add(this.#hub);
  }

  /** The demo meeting and its live page. */
  async hasDemo(): Promise<void> {
    const { code } = (await this.#posts('/meetings', { kind: 'demo' })) as { code: string };
    await this.page.goto(`${this.#hub.url}/console/${code}`);
    await expect(this.page.getByRole('heading', { name: '准备就绪' })).toBeVisible();
  }

  /** An empty meeting and its preparation. */
  async hasMeeting(title: string): Promise<void> {
    const made = await this.#posts('/meetings', { kind: 'new', title, place: '', date: '' });
    await this.page.goto(`${this.#hub.url}/console/${(made as { code: string }).code}/prepare`);
    await expect(this.page.getByLabel('准备事项')).toBeVisible();
  }

  /** I7: an account for a colleague, who has chosen a password of his own and is signed in on `other`. */
  async adds(name: string, role: 'host' | 'scrutineer' | 'viewer', other: Host): Promise<string> {
    const first = 'another long password';
    const made = await this.#posts('/organizers', { name, role, password: first });
    await other.#posts('/sign-in', { name, password: first });
    await other.#posts('/password', { old: first, password: PASSWORD });
    return (made as { id: string }).id;
  }

  /** Another scenario of this hub may have a colleague of the same name. */
  async removes(organizer: string): Promise<void> {
    await this.#posts(`/organizers/${organizer}/remove`, {});
  }

  /** I7: the one-time link from the terminal. */
  async setsUp(): Promise<void> {
    await this.page.goto(this.#setUpLink);
    await this.page.getByLabel('您的姓名').fill('主办');
    await this.page.getByLabel('设置密码').fill(PASSWORD);
    await this.page.getByLabel('再输入一遍密码').fill(PASSWORD);
    await this.press('创建并登录');
  }

  async loadsDemo(): Promise<void> {
    await this.press('载入演示考场');
    await expect(this.page.getByRole('heading', { name: '准备就绪' })).toBeVisible();
  }

  /** L1: a promise, a number said on site, the draw. */
  async drawsOrder(number: number): Promise<void> {
    await this.press('公布承诺，抽上场顺序');
    await this.page.getByLabel('现场报的数（0 至 999999）').fill(String(number));
    await this.page
      .getByRole('region', { name: '抽签' })
      .getByRole('button', { name: '抽签', exact: true })
      .click();
    await expect(this.page.getByRole('heading', { name: new RegExp(`现场报数 ${number}`) })).toBeVisible();
  }

  /** I1: passes for all examiners. @returns the links in the QR codes of these passes */
  async issuesPasses(...names: string[]): Promise<string[]> {
    await this.goTo('凭证');
    await this.press('为 50 位考官发凭证');
    return Promise.all(
      names.map(async (name) => {
        const link = this.page.getByRole('link', { name: `在新窗口打开 ${name}` });
        return `${this.#hub.url}${await link.getAttribute('href')}`;
      }),
    );
  }

  async opensScreen(complaints: Complaints): Promise<ScreenActor> {
    const opened = this.context.waitForEvent('page');
    await this.press('打开大屏');
    const page = await opened;
    complaints.watch(page, 'screen');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.getByRole('button', { name: '打开大屏' }).click();
    return new ScreenActor(page);
  }
}

export class ScreenActor {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** @param within ms that the wall may take; longer where something else stands there first */
  async shows(text: string | RegExp, within?: number): Promise<void> {
    await expect(this.page.locator('body')).toContainText(text, within ? { timeout: within } : {});
  }
}

export class Phone {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.locator('body')).toContainText(text);
  }
}

export class ExaminerPhone extends Phone {
  /** I2: a scan opens the page, a tap enrols. */
  async enrols(link: string): Promise<void> {
    await this.page.goto(link);
    await this.press('进入考场');
    await this.page.waitForURL(/\/m\/\d{6}/);
  }

  /** B1, B2: fills the ballot in and hands it in after the read-back. */
  async scores(points: Record<string, string>): Promise<void> {
    await this.fills(points);
    await this.press('核对评分票');
    await this.press('确认提交');
  }

  async fills(points: Record<string, string>): Promise<void> {
    await this.press(/^(填)?评分票$/);
    for (const [criterion, value] of Object.entries(points)) {
      await this.page.getByRole('textbox', { name: new RegExp(criterion) }).fill(value);
    }
  }

  /** The receipt of eight characters, once the server has the ballot. */
  async receipt(): Promise<string> {
    await this.sees('评分票已送达');
    const text = await this.page.getByText(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/).innerText();
    return text.replace(/\s/g, '');
  }
}

interface Actors {
  complaints: Complaints;
  host: Host;
  /** Another organizer, signed in with an account of his own at a laptop of his own. */
  colleague: (name: string, role: 'host' | 'scrutineer' | 'viewer') => Promise<Host>;
  /** Opens a phone of its own for each examiner. */
  examiner: (link: string) => Promise<ExaminerPhone>;
  crowd: () => Promise<Phone>;
}

const open = async (
  browser: Browser,
  complaints: Complaints,
  who: string,
  size: typeof PHONE,
): Promise<Page> => {
  const context = await browser.newContext({ viewport: size, acceptDownloads: true });
  const page = await context.newPage();
  complaints.watch(page, who);
  return page;
};

export const test = base.extend<Actors>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    expect(complaints.all).toEqual([]);
  },
  host: async ({ browser, hub, complaints }, use) => {
    const page = await open(browser, complaints, 'host', LAPTOP);
    await use(new Host(page, hub));
    await page.context().close();
  },
  colleague: async ({ browser, host, hub, complaints }, use) => {
    const pages: Page[] = [];
    const added: string[] = [];
    await use(async (name, role) => {
      const page = await open(browser, complaints, name, LAPTOP);
      pages.push(page);
      const other = new Host(page, hub);
      added.push(await host.adds(name, role, other));
      return other;
    });
    // A page that is told that its account is gone has nothing left to complain of.
    for (const page of pages) await page.goto('about:blank');
    for (const id of added) await host.removes(id);
    await Promise.all(pages.map((page) => page.context().close()));
  },
  examiner: async ({ browser, complaints }, use) => {
    const pages: Page[] = [];
    await use(async (link) => {
      const page = await open(browser, complaints, `examiner ${pages.length + 1}`, PHONE);
      pages.push(page);
      const phone = new ExaminerPhone(page);
      await phone.enrols(link);
      return phone;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
  crowd: async ({ browser, complaints }, use) => {
    const pages: Page[] = [];
    await use(async () => {
      const page = await open(browser, complaints, 'crowd', PHONE);
      pages.push(page);
      return new Phone(page);
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});

export { expect };
