/**
 * Everything around a wall that is no scene: opening and pairing it by hand, the console's panel of the screens, the
 * units' decks, the phone that turns their pages, and the poster that can put the Wi-Fi on the wall.
 */
import type { Page } from '@playwright/test';
import { deck } from '../support/deck.ts';
import { FullMeeting, someQuestions } from '../support/full-meeting.ts';
import { HubProcess } from '../support/hub-process.ts';
import { issue, issued, passLink } from '../support/passes.ts';
import { LAPTOPS, PHONE, PHONES, type Size } from './sizes.ts';
import { atRest, organizer, type Provider, type Studio } from './studio.ts';

const WALLS = [
  { width: 960, height: 540 },
  { width: 1536, height: 768 },
  { width: 1920, height: 1080 },
  { width: 2304, height: 768 },
  { width: 3840, height: 1080 },
  { width: 1080, height: 1920 },
];
const WALL = { width: 1536, height: 768 };

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

class Walls {
  readonly hub: HubProcess;
  readonly full: FullMeeting;
  readonly #studio: Studio;
  readonly #desk: Page;

  constructor(studio: Studio, hub: HubProcess, full: FullMeeting, desk: Page) {
    this.hub = hub;
    this.full = full;
    this.#studio = studio;
    this.#desk = desk;
  }

  async #page(size: Size): Promise<Page> {
    const options = { viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
    const page = await (await this.#studio.browser.newContext(options)).newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => this.#studio.complain(`walls: ${error.message}`));
    return page;
  }

  /** One page at each size; what does not fit in its width is told. */
  async take(page: Page, moment: string, sizes: readonly Size[]): Promise<void> {
    for (const size of sizes) {
      const name = `pages/walls/${moment} ${size.width}x${size.height}`;
      if (!this.#studio.wants(name)) continue;
      await page.setViewportSize(size);
      await atRest(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) this.#studio.complain(`${name} is ${over} px too wide`);
      await this.#studio.save(name, page);
    }
  }

  async #go(path: string): Promise<void> {
    await this.#desk.goto('about:blank');
    await this.#desk.goto(`${this.hub.url}/console/${this.full.code}${path}`, { waitUntil: 'networkidle' });
  }

  /** Typed by hand on a computer, or on a phone that stands for one. */
  async opens(): Promise<void> {
    const page = await this.#page(WALL);
    await page.goto(`${this.hub.url}/screen?new`);
    await page.getByRole('textbox', { name: /输入参与码/ }).waitFor();
    await this.take(page, '01 code', [...WALLS, ...PHONES]);
    await page.getByRole('textbox').fill('99999');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await this.take(page, '02 code is short', [WALL, ...PHONES]);
    await page.context().close();
  }

  /** I1: a wall waits with its code; the console and the check page say so; one tap, and it is asked for a name. */
  async pairs(): Promise<void> {
    const wall = await this.#page(WALL);
    await wall.goto(`${this.hub.url}/screen/${this.full.code}`);
    await wall.locator('main.screen[data-scene="pairing"]').last().waitFor();
    await this.take(wall, '03 pairing', WALLS);
    await wall.setViewportSize(WALL);
    const desk = this.#desk;
    const list = desk.getByRole('region', { name: '等待配对的屏幕' });
    await this.#go('');
    await list.waitFor();
    await this.take(desk, '04 a wall waits', LAPTOPS);
    await this.#go('/check');
    await list.waitFor();
    await this.take(desk, '05 a wall waits at the check', LAPTOPS);
    await this.#go('');
    await list.getByRole('button', { name: /^配对/ }).first().click();
    await desk.getByRole('textbox', { name: /这块屏叫什么/ }).waitFor();
    await this.take(desk, '06 a name for it', LAPTOPS);
    await desk.getByRole('textbox', { name: /这块屏叫什么/ }).fill('主席台');
    await press(desk, '改好了');
    await press(desk, '消息');
    await this.take(desk, '07 words for it', LAPTOPS);
    const more = await Promise.all([0, 1].map(() => this.#page({ width: 1920, height: 1080 })));
    for (const page of more) await page.goto(`${this.hub.url}/screen/${this.full.code}`);
    await desk.getByText(/块屏幕在等待配对/).waitFor();
    await this.take(desk, '08 a wall, and two wait', LAPTOPS);
    for (const page of [wall, ...more]) await page.context().close();
  }

  /** The files of some units: short names, long ones, and one that the unit itself brought. */
  async brings(): Promise<void> {
    const { caller } = this.full;
    const [unit = ''] = (caller.slices.agenda ?? []).map((one) => one.unit);
    await issued(
      caller,
      issue('presenter-91', 'presenter', { unit }),
      issue('presenter-92', 'presenter', { unit }),
    );
    await this.#go('/prepare#decks');
    const section = this.#desk.getByRole('region', { name: '汇报材料' });
    const fields = section.getByLabel(/PDF/);
    await fields
      .nth(0)
      .setInputFiles({ name: '述职汇报.pdf', mimeType: 'application/pdf', buffer: deck(12) });
    await section.getByText('述职汇报.pdf').waitFor();
    const long = '关于进一步加强老旧小区加装电梯与物业管理的年度述职汇报（终稿，以此为准）.pdf';
    await fields
      .nth(1)
      .setInputFiles({ name: long, mimeType: 'application/pdf', buffer: deck(3, 4_200_000) });
    await section.getByText('终稿').waitFor();
    await fields
      .nth(2)
      .setInputFiles({ name: '幻灯片.pptx', mimeType: '', buffer: Buffer.from('PK\x03\x04') });
    await section.getByRole('alert').waitFor();
    await this.#desk.getByRole('heading', { name: '汇报材料' }).scrollIntoViewIfNeeded();
    await this.take(this.#desk, '10 decks', LAPTOPS);
    await section.getByRole('button', { name: /^撤下/ }).first().click();
    await this.take(this.#desk, '11 deck is taken away', LAPTOPS);
  }

  async #phone(pass: string, elder: boolean): Promise<Page> {
    const page = await this.#page(PHONE);
    await page.goto(passLink(this.hub.url, this.full.code, pass));
    if (elder) await page.getByRole('switch', { name: /大字/ }).click();
    await press(page, '进入考场');
    await page.waitForURL(/\/m\/\d{6}/);
    await page.getByRole('heading', { name: '汇报材料' }).waitFor();
    return page;
  }

  /** Whoever speaks turns the pages; the host sees which page is next. */
  async turns(): Promise<void> {
    const { full } = this;
    const unit = full.caller.slices.agenda?.[0]?.unit ?? '';
    const phones = [
      { kind: 'plain', page: await this.#phone('presenter-91', false) },
      { kind: 'elder', page: await this.#phone('presenter-92', true) },
    ];
    const both = async (moment: string) => {
      for (const { kind, page } of phones) await this.take(page, `${moment} ${kind}`, PHONES);
    };
    await both('12 presenter waits');
    await full.opens();
    await full.brings(unit, 'waiting', 'reporting');
    for (const { page } of phones) await page.getByRole('button', { name: '下一页' }).waitFor();
    await both('13 presenter turns');
    await press(phones[0]!.page, '下一页');
    await phones[0]!.page.getByText('第 2 页').first().waitFor();
    await this.#go('');
    await this.#desk.getByRole('region', { name: '汇报材料' }).waitFor();
    await this.take(this.#desk, '14 deck bar', LAPTOPS);
    await press(this.#desk, '收起材料');
    for (const { page } of phones) await page.getByText('材料已收起').waitFor();
    await both('15 presenter, put away');
    await this.take(this.#desk, '16 deck bar, put away', LAPTOPS);
    await full.come(12);
    await full.ask(unit, someQuestions(6));
    await full.brings(unit, 'reporting', 'questioning');
    await both('17 presenter while questions are asked');
    await this.take(this.#desk, '18 deck bar with questions', LAPTOPS);
    for (const { page } of phones) await page.context().close();
  }

  /** V2: two results are public, and the host chooses whose the wall shows. */
  async results(): Promise<void> {
    const { full } = this;
    const [one = '', two = ''] = (full.caller.slices.agenda ?? []).map(({ unit }) => unit);
    await full.brings(one, 'questioning', 'scoring');
    await full.score(one, 12);
    await full.brings(one, 'scoring', 'locked');
    await full.caller.must('turn.publish', { unit: one });
    await full.brings(two, 'waiting', 'scoring');
    await full.score(two, 12, 0, 0.92);
    await full.brings(two, 'scoring', 'locked');
    await full.caller.must('turn.publish', { unit: two });
    await this.#go('');
    const told = this.#desk.getByRole('group', { name: '换画面' });
    await told.getByRole('button', { name: '得分', exact: true }).click();
    await this.#desk.getByRole('combobox', { name: '放哪一家的得分' }).waitFor();
    await this.take(this.#desk, '20 whose result', LAPTOPS);
  }

  /** The organizer decides that the Wi-Fi is public. */
  async poster(): Promise<void> {
    await this.#go('/passes/poster');
    await this.take(this.#desk, '21 poster', LAPTOPS);
    await this.#desk.getByLabel('Wi-Fi 名称').fill('KW-Square');
    await this.#desk.getByLabel('Wi-Fi 密码').fill('kuiwan2026');
    await press(this.#desk, '放上大屏的欢迎画面');
    await this.#desk.getByText('大屏正在显示').waitFor();
    await this.take(this.#desk, '22 poster, Wi-Fi on the walls', LAPTOPS);
    await this.#desk.getByLabel('Wi-Fi 名称').fill('KW-Square-5G');
    await this.take(this.#desk, '23 poster, another Wi-Fi', LAPTOPS);
  }
}

export const walls: Provider = {
  name: 'walls',
  async take(studio) {
    const hub = await HubProcess.start();
    const desk = await organizer(studio, hub, LAPTOPS[0] ?? WALL);
    try {
      const full = await FullMeeting.on(hub, { publish: 'at-once' });
      const walls = new Walls(studio, hub, full, desk);
      await walls.opens();
      await walls.pairs();
      await walls.brings();
      await walls.turns();
      await walls.results();
      await walls.poster();
      full.close();
    } finally {
      await desk.context().close();
      await hub.stop();
    }
  },
};
