/** Phones that are looked at, each at the same stop of one meeting: both layouts, both languages, day and night. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { zh as chinese } from '../../../web/text/phone.zh-CN.ts';
import { en as english } from '../../../web/text/phone.en.ts';
import * as chineseAsking from '../../../web/text/phone/zh-CN/asking.ts';
import * as englishAsking from '../../../web/text/phone/en/asking.ts';
import * as chineseSteps from '../../../web/text/phone/zh-CN/ask-steps.ts';
import * as englishSteps from '../../../web/text/phone/en/ask-steps.ts';
import * as chineseRecords from '../../../web/text/phone/zh-CN/records.ts';
import * as englishRecords from '../../../web/text/phone/en/records.ts';
import { crowd as chineseCrowd } from '../../../web/text/phone/zh-CN/crowd.ts';
import { crowd as englishCrowd } from '../../../web/text/phone/en/crowd.ts';
import { helpPage as chineseHelp } from '../../../web/text/phone/zh-CN/help-page.ts';
import { helpPage as englishHelp } from '../../../web/text/phone/en/help-page.ts';
import { member as chineseMember } from '../../../web/text/phone/zh-CN/member.ts';
import { member as englishMember } from '../../../web/text/phone/en/member.ts';
import { promises as chinesePromises } from '../../../web/text/phone/zh-CN/promises.ts';
import { promises as englishPromises } from '../../../web/text/phone/en/promises.ts';
import { Director } from '../../support/director.ts';
import type { HubProcess } from '../../support/hub-process.ts';
import { Access } from './access.ts';
import { expect, test as base } from './actors.ts';

const zh = {
  ...chinese,
  ...chineseAsking,
  ...chineseSteps,
  ...chineseRecords,
  crowd: chineseCrowd,
  helpPage: chineseHelp,
  member: chineseMember,
  promises: chinesePromises,
};
type Words = typeof zh;
const en: Words = {
  ...english,
  ...englishAsking,
  ...englishSteps,
  ...englishRecords,
  crowd: englishCrowd,
  helpPage: englishHelp,
  member: englishMember,
  promises: englishPromises,
};

export interface Looks {
  name: string;
  kind: 'examiner' | 'member' | 'crowd';
  elder?: boolean;
  night?: boolean;
  english?: boolean;
  size?: { width: number; height: number };
}

export const SMALL = { width: 360, height: 640 };
const USUAL = { width: 390, height: 844 };

/** A phone that is looked at. */
export class Eyed {
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

interface World {
  browser: Browser;
  hub: HubProcess;
  complaints: { watch(page: Page, who: string): void };
}

export class Square {
  readonly access = new Access();
  readonly phones: Eyed[] = [];
  readonly director: Director;
  readonly #world: World;

  private constructor(world: World, director: Director) {
    this.#world = world;
    this.director = director;
  }

  static async of(world: World): Promise<Square> {
    return new Square(world, await Director.of(world.hub));
  }

  /** Every phone opens its link side by side, and enrols where it has a pass. */
  async comes(...all: Looks[]): Promise<void> {
    const opened = await Promise.all(all.map((looks) => this.opens(looks)));
    this.phones.push(...opened);
    await Promise.all(
      opened.map(async (phone, at) => {
        const { looks } = phone;
        await phone.page.goto(await this.#link(looks, at));
        if (looks.kind === 'crowd') return;
        await phone.sees((t) => t.enrol.enter);
        await phone.look(`${looks.kind} enrol`);
        await phone.press((t) => t.enrol.enter);
        await phone.page.waitForURL(/\/m\/\d{6}/);
      }),
    );
  }

  async opens(looks: Looks): Promise<Eyed> {
    const context = await this.#world.browser.newContext({ viewport: looks.size ?? USUAL });
    await setUp(context, looks);
    const page = await context.newPage();
    this.#world.complaints.watch(page, looks.name);
    return new Eyed(looks, page, this.access);
  }

  async #link(looks: Looks, at: number): Promise<string> {
    if (looks.kind === 'crowd') return `${this.#world.hub.url}/m/${this.director.code}`;
    if (looks.kind === 'member')
      return this.director.issues(`member-${at}`, 'member', { unit: 'u1', person: `m${[5, 6, 1][at] ?? 2}` });
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

  /** Nothing may have been found on any phone. */
  async ends(): Promise<void> {
    this.director.caller.close();
    await Promise.all(this.phones.map(({ page }) => page.context().close()));
    expect(this.access.found).toEqual([]);
  }
}

export const test = base.extend<{ square: Square }>({
  square: async ({ browser, hub, complaints }, use) => {
    const square = await Square.of({ browser, hub, complaints });
    await use(square);
    await square.ends();
  },
});
