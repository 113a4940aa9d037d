/**
 * Everybody can use every page: axe finds nothing, letters of 200 % break nothing. One meeting is walked through its
 * stages once, and at each stop every page that is open is looked at: a new page is one line here.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { hashSecret } from '../../assessment/passes.ts';
import type { PassKind } from '../../assessment/actors.ts';
import { SCENES } from '../../slides/gallery.ts';
import { zh as chinese } from '../../web/text/phone.zh-CN.ts';
import { en as english } from '../../web/text/phone.en.ts';
import { crowd as chineseCrowd } from '../../web/text/phone/zh-CN/crowd.ts';
import * as chineseAsking from '../../web/text/phone/zh-CN/asking.ts';
import * as englishAsking from '../../web/text/phone/en/asking.ts';
import * as chineseRecords from '../../web/text/phone/zh-CN/records.ts';
import * as englishRecords from '../../web/text/phone/en/records.ts';
import { crowd as englishCrowd } from '../../web/text/phone/en/crowd.ts';
import { Director } from '../support/director.ts';
import type { HubProcess } from '../support/hub-process.ts';
import { Access } from './support/access.ts';
import { expect, test } from './support/actors.ts';

const zh = { ...chinese, ...chineseAsking, ...chineseRecords, crowd: chineseCrowd };
const en: typeof zh = { ...english, ...englishAsking, ...englishRecords, crowd: englishCrowd };
type Words = typeof zh;

interface Looks {
  name: string;
  kind: 'examiner' | 'member' | 'crowd';
  elder?: boolean;
  night?: boolean;
  english?: boolean;
  size?: { width: number; height: number };
}

const SMALL = { width: 360, height: 640 };
const USUAL = { width: 390, height: 844 };
/** Both layouts, both languages, day and night, the sizes that people hold. */
const PHONES: Looks[] = [
  { name: 'examiner', kind: 'examiner', size: SMALL },
  { name: 'examiner, elder, English, night', kind: 'examiner', elder: true, night: true, english: true },
  { name: 'member', kind: 'member', size: SMALL },
  { name: 'crowd', kind: 'crowd', size: SMALL },
  { name: 'crowd, elder, English', kind: 'crowd', elder: true, english: true, size: SMALL },
];

/** A phone that is looked at. */
class Eyed {
  readonly looks: Looks;
  readonly page: Page;
  readonly words: Words;
  readonly #access: Access;

  constructor(looks: Looks, page: Page, access: Access) {
    this.looks = looks;
    this.page = page;
    this.words = looks.english ? en : zh;
    this.#access = access;
  }

  async look(at: string): Promise<void> {
    await this.#access.look(this.page, `${at} (${this.looks.name})`);
    await this.#access.enlarge(this.page, `${at} (${this.looks.name})`);
  }

  async goes(place: string): Promise<void> {
    await this.page.evaluate((hash) => (location.hash = hash), place);
  }

  press(words: (t: Words) => string): Promise<void> {
    return this.page
      .getByRole('button', { name: words(this.words), exact: true })
      .first()
      .click();
  }

  async sees(words: (t: Words) => string): Promise<void> {
    await expect(this.page.getByText(words(this.words)).first()).toBeVisible();
  }
}

class Square {
  readonly phones: Eyed[] = [];
  readonly director: Director;
  readonly #hub: HubProcess;

  constructor(hub: HubProcess, director: Director) {
    this.#hub = hub;
    this.director = director;
  }

  async pass(kind: PassKind, id: string, about: object): Promise<string> {
    const secret = `secret-of-${id}`.padEnd(22, '0');
    const pass = { id, kind, number: id.slice(-2), category: null, person: null, unit: null, ...about };
    await this.director.caller.must('passes.issue', { passes: [{ ...pass, hash: hashSecret(secret) }] });
    return `${this.#hub.url}/p/${this.director.code}#${secret}`;
  }

  async link(looks: Looks, at: number): Promise<string> {
    if (looks.kind === 'crowd') return `${this.#hub.url}/m/${this.director.code}`;
    if (looks.kind === 'member') return this.pass('member', `u1-m${at}`, { unit: 'u1', person: `m${at}` });
    return this.director.pass(`e${at + 1}`, `party-0${at + 1}`);
  }

  of(kind: Looks['kind']): Eyed[] {
    return this.phones.filter(({ looks }) => looks.kind === kind);
  }

  async each(kind: Looks['kind'], act: (phone: Eyed) => Promise<unknown>): Promise<void> {
    await Promise.all(this.of(kind).map(act));
  }

  /** One page of one kind of phone: where it is, what says that it is there. */
  async see(kind: Looks['kind'], at: string, place: string, words: (t: Words) => string): Promise<void> {
    await this.each(kind, async (phone) => {
      await phone.goes(place);
      await phone.sees(words);
      await phone.look(`${kind} ${at}`);
    });
  }
}

const POINTS = ['27.5', '18', '26', '17.5'];

/** On one page, or criterion by criterion where letters are large. */
async function fillIn(phone: Eyed): Promise<void> {
  for (const [at, points] of POINTS.entries()) {
    if (phone.looks.elder) await phone.sees((t) => t.ballot.nth(at + 1, POINTS.length));
    await phone.page
      .getByRole('textbox')
      .nth(phone.looks.elder ? 0 : at)
      .fill(points);
    if (phone.looks.elder && at < POINTS.length - 1) await phone.press((t) => t.ballot.next);
  }
}

async function setUp(context: BrowserContext, looks: Looks): Promise<void> {
  await context.addInitScript(
    ({ elder, night, english }) => {
      localStorage.setItem('dkc.elder', elder ? '1' : '0');
      localStorage.setItem('dkc.language', english ? 'en' : 'zh-CN');
      if (night)
        document.addEventListener(
          'DOMContentLoaded',
          () => (document.documentElement.dataset.theme = 'night'),
        );
    },
    { elder: looks.elder ?? false, night: looks.night ?? false, english: looks.english ?? false },
  );
}

// A film of a page that is looked at some hundred times costs more than the looks.
test.use({ trace: 'off' });

test.describe('everybody can use every page', () => {
  test('axe finds nothing on phones in either layout, and letters of 200 % fit @phones', async ({
    browser,
    hub,
    complaints,
  }) => {
    test.setTimeout(300_000);
    const access = new Access();
    const director = await Director.of(hub);
    const square = new Square(hub, director);
    for (const [at, looks] of PHONES.entries()) {
      const context = await browser.newContext({ viewport: looks.size ?? USUAL });
      await setUp(context, looks);
      const page = await context.newPage();
      complaints.watch(page, looks.name);
      const phone = new Eyed(looks, page, access);
      square.phones.push(phone);
      await page.goto(await square.link(looks, at));
      if (looks.kind !== 'crowd') {
        await phone.sees((t) => t.enrol.enter);
        await phone.look(`${looks.kind} enrol`);
        await phone.press((t) => t.enrol.enter);
      }
    }
    await square.see('examiner', 'between', '#stage', (t) => t.records.open);
    await square.see('crowd', 'between', '#stage', (t) => t.meeting.live);
    await square.see('member', 'between', '#stage', (t) => t.meeting.live);

    await director.brings('u1', 'waiting', 'reporting');
    await square.see('examiner', 'reporting', '#stage', (t) => t.stage.hear);
    await director.brings('u1', 'reporting', 'questioning');
    await square.see('examiner', 'questioning', '#stage', (t) => t.stage.nextQuestion);
    await square.see('examiner', 'ask', '#ask', (t) => t.ask.submit);
    await square.see('crowd', 'ask', '#ask', (t) => t.ask.submit);
    for (const phone of [...square.of('examiner'), ...square.of('crowd')]) {
      await phone.page.getByRole('textbox').first().fill('夜里的噪声谁来管？什么时候能看到变化？');
      await phone.press((t) => t.ask.submit);
    }
    await director.caller.until(() => (director.caller.slices.questions ?? []).length === 4);
    const [question] = director.caller.slices.questions ?? [];
    await director.caller.must('question.stage', { question: question?.id ?? '' });
    await square.see('examiner', 'question on stage', '#stage', (t) => t.stage.nth(1));
    await square.see('crowd', 'question on stage', '#stage', (t) => t.stage.nth(1));
    await square.see('member', 'question on stage', '#stage', (t) => t.clock.answer);
    await director.caller.must('question.answered', { question: question?.id ?? '' });
    await square.see('examiner', 'rating', '#stage', (t) => t.rate.title);

    await director.brings('u1', 'questioning', 'scoring');
    await square.see('examiner', 'scoring', '#stage', (t) => t.stage.scoringTitle);
    await square.see('crowd', 'vote', '#stage', (t) => t.crowd.satisfied);
    await square.see('examiner', 'ballot', '#ballot/u1', (t) => t.ballot.total);
    await square.each('examiner', fillIn);
    await square.see('examiner', 'ballot filled in', '#ballot/u1', (t) => t.ballot.check);
    await square.each('examiner', (phone) => phone.press((t) => t.ballot.check));
    await square.see('examiner', 'read-back', '#check/u1', (t) => t.readBack.confirm);
    await square.each('examiner', (phone) => phone.press((t) => t.readBack.confirm));
    await square.see('examiner', 'receipt', '#sent/u1', (t) => t.sent.done);
    await square.see('examiner', 'records', '#records', (t) => t.records.ballots);
    await director.brings('u1', 'scoring', 'locked');
    await director.caller.must('turn.publish', { unit: 'u1' });
    await square.see('crowd', 'results', '#results', (t) => t.results.title);
    await director.caller.must('meeting.close', {});
    await square.see('examiner', 'closed', '#stage', (t) => t.meeting.closed);
    director.caller.close();
    await Promise.all(square.phones.map(({ page }) => page.context().close()));
    expect(access.found).toEqual([]);
  });

  test('axe finds nothing in the console @console', async ({ hub, host, complaints }) => {
    test.setTimeout(300_000);
    const access = new Access();
    const { page } = host;
    await page.goto(/http\S+\/set-up#\S+/.exec(hub.output)?.[0] ?? '');
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await access.look(page, 'set-up');
    const director = await Director.of(hub);
    await host.isSignedIn();
    const base = `${hub.url}/console`;
    const meeting = `${base}/${director.code}`;
    const other = await page.context().newPage();
    complaints.watch(other, 'host, second window');
    /** Two windows side by side: one loads while the other is looked at. */
    const see = async (...paths: string[]): Promise<void> => {
      const open = [...paths];
      const walk = async (window: Page) => {
        for (let path = open.shift(); path !== undefined; path = open.shift()) {
          await window.goto(path);
          await window.locator('main h1, main h2').first().waitFor();
          await window.waitForLoadState('networkidle');
          await access.look(window, path.replace(base, ''));
        }
      };
      await Promise.all([walk(page), walk(other)]);
    };
    const sections = ['info', 'units', 'members', 'sheet', 'examiners', 'settings', 'ready'];
    await see(
      base,
      `${base}/organizers`,
      `${base}/audit?lang=en`,
      `${base}?lang=zh-CN`,
      ...sections.map((section) => `${meeting}/prepare#${section}`),
      `${meeting}/passes`,
      `${meeting}/passes/poster`,
      `${meeting}/check`,
      `${meeting}/check-in`,
      meeting,
    );
    await director.pass('e1', 'party-01');
    await director.brings('u1', 'waiting', 'reporting');
    await see(meeting, `${meeting}/stage`);
    await director.brings('u1', 'reporting', 'questioning');
    await see(meeting, `${meeting}/stage`);
    await director.brings('u1', 'questioning', 'scoring');
    await see(meeting, `${meeting}/paper`, `${meeting}/count`, `${meeting}/check-in`);
    await director.brings('u1', 'scoring', 'locked');
    await see(meeting, `${meeting}/count?lang=en`, `${meeting}/journal`, `${meeting}/stage?lang=zh-CN`);
    director.caller.close();
    await other.close();
    expect(access.found).toEqual([]);
  });

  test('axe finds nothing on the big screen and in the gallery of its scenes @screen', async ({
    hub,
    host,
    complaints,
  }) => {
    test.setTimeout(300_000);
    const access = new Access();
    const other = await host.page.context().newPage();
    complaints.watch(other, 'screen, second window');
    const open = [
      '/slides',
      ...SCENES.map((scene, at) => `/slides?bare&scene=${scene}${at % 2 === 0 ? '&theme=night' : ''}`),
    ];
    await Promise.all(
      [host.page, other].map(async (page) => {
        await page.setViewportSize({ width: 1920, height: 1080 });
        for (let path = open.shift(); path !== undefined; path = open.shift()) {
          await page.goto(hub.url + path);
          await page.locator('main').first().waitFor();
          await access.look(page, path);
        }
      }),
    );
    expect(access.found).toEqual([]);
  });
});
