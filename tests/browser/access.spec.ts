/** Everybody can use every page of the console and of the big screen: axe finds nothing. */
import type { Page } from '@playwright/test';
import { SCENES } from '../../slides/gallery.ts';
import { Director } from '../support/director.ts';
import type { HubProcess } from '../support/hub-process.ts';
import { Access } from './support/access.ts';
import { expect, test, type Host } from './support/actors.ts';

/** Opens page after page, in two windows side by side: one loads while the other is looked at. */
class Walk {
  readonly access = new Access();
  readonly base: string;
  readonly #windows: Page[];

  constructor(hub: HubProcess, ...windows: Page[]) {
    this.base = hub.url;
    this.#windows = windows;
  }

  /** @param there what says that the page is there */
  async see(there: string, ...paths: string[]): Promise<void> {
    const open = [...paths];
    const walk = async (window: Page) => {
      for (let path = open.shift(); path !== undefined; path = open.shift()) {
        await window.goto(this.base + path);
        await window.locator(there).first().waitFor();
        // Every page of the console has one, and some get theirs with the first frame; a black wall has none.
        if (path.startsWith('/console')) await window.locator('h1').first().waitFor({ state: 'attached' });
        await this.access.look(window, path);
      }
    };
    await Promise.all(this.#windows.map(walk));
  }
}

const HEADING = 'main h1, main h2';
/** Where the heading comes with the first frame. */
const SAID = 'main :is(h1, h2, p):not(:empty)';

async function walker(
  host: Host,
  hub: HubProcess,
): Promise<{ walk: Walk; director: Director; meeting: string }> {
  const director = await Director.of(hub);
  await host.isSignedIn();
  const walk = new Walk(hub, host.page, await host.page.context().newPage());
  return { walk, director, meeting: `/console/${director.code}` };
}

// A film of a page that is looked at many times costs more than the looks.
test.use({ trace: 'off', ownHub: true });

test.describe('everybody can use every page', () => {
  test('axe finds nothing while a meeting is prepared @console', async ({ hub, host }) => {
    const { page } = host;
    const first = new Access();
    await page.goto(/http\S+\/set-up#\S+/.exec(hub.output)?.[0] ?? '');
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await first.look(page, 'set-up');
    await page.goto(`${hub.url}/console`);
    const { walk, director, meeting } = await walker(host, hub);
    const sections = ['info', 'units', 'members', 'sheet', 'examiners', 'settings', 'ready'];
    await walk.see(
      HEADING,
      '/console',
      '/console/organizers',
      '/console/audit?lang=en',
      '/console?lang=zh-CN',
      ...sections.map((section) => `${meeting}/prepare#${section}`),
      `${meeting}/passes`,
      `${meeting}/passes/poster`,
      `${meeting}/check-in`,
    );
    const asked = page.waitForRequest(/\/api\/reach\/[\w-]{24}$/);
    await page.goto(`${hub.url}${meeting}/check`);
    const token = (await asked).url().split('/').at(-1) ?? '';
    await page.locator(HEADING).first().waitFor();
    await walk.access.look(page, 'check');
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${hub.url}/reach/${token}`);
    await page.getByText('连得上').waitFor();
    await walk.access.look(page, 'reach');
    await walk.access.enlarge(page, 'reach');
    director.caller.close();
    expect([...first.found, ...walk.access.found]).toEqual([]);
  });

  test('axe finds nothing in the console while units come and go @console', async ({ hub, host }) => {
    const { walk, director, meeting } = await walker(host, hub);
    const { caller } = director;
    await director.pass('e1', 'party-01');
    await walk.see(HEADING, meeting, `${meeting}/check-in`);
    await director.brings('u1', 'waiting', 'questioning');
    for (const text of ['夜里的噪声谁来管？', '公厕谁来考核？'])
      await caller.must('question.ask', { unit: 'u1', text, portfolio: null, member: null });
    await caller.until(() => caller.slices.questions?.length === 2);
    const question = caller.slices.questions?.[0]?.id ?? '';
    await caller.must('question.stage', { question });
    await walk.see(HEADING, meeting, `${meeting}?lang=en`);
    await walk.see(SAID, `${meeting}/stage?lang=zh-CN`, `${meeting}/promises`);
    await director.brings('u1', 'questioning', 'scoring');
    await caller.must('paper.issue', { unit: 'u1', pass: 'party-01' });
    await walk.see(HEADING, meeting, `${meeting}/paper`, `${meeting}/count`);
    await director.brings('u1', 'scoring', 'locked');
    await walk.see(HEADING, `${meeting}/count?lang=en`, `${meeting}/journal?lang=zh-CN`, meeting);
    await walk.see(SAID, `${meeting}/stage`);
    caller.close();
    expect(walk.access.found).toEqual([]);
  });

  for (const theme of ['day', 'night'])
    test(`axe finds nothing on the big screen, ${theme} @screen`, async ({ hub, host, complaints }) => {
      const other = await host.page.context().newPage();
      complaints.watch(other, 'screen, second window');
      for (const page of [host.page, other]) await page.setViewportSize({ width: 1920, height: 1080 });
      const walk = new Walk(hub, host.page, other);
      // I7: the hub shows the gallery to an owner alone.
      await host.isSignedIn();
      const scenes = SCENES.map((scene) => `/slides?bare&scene=${scene}&theme=${theme}`);
      await walk.see('main', ...(theme === 'day' ? ['/slides'] : []), ...scenes);
      expect(walk.access.found).toEqual([]);
    });
});
