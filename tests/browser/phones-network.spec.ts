import { Director } from '../support/director.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import { expect, test as base, type ExaminerPhone } from './support/actors.ts';
import { countedReceipts } from './support/counted.ts';

const POINTS = { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };
const DAY = 86_400_000;

interface Scene {
  net: FaultProxy;
  director: Director;
  /** The link of a pass, through the bad network. */
  link: (person: string, id: string) => Promise<string>;
  /** The pass of the first examiner on a phone. */
  phone: ExaminerPhone;
  /** That the ballot of this phone counts once, and its receipt is the one that the phone shows. */
  countsOnce: () => Promise<string>;
}

const test = base.extend<Scene>({
  net: async ({ hub, complaints }, use) => {
    complaints.expectCuts();
    const net = await FaultProxy.before(hub.url);
    await use(net);
    await net.close();
  },
  director: async ({ hub }, use) => {
    const director = await Director.of(hub);
    await use(director);
    director.caller.close();
  },
  link: ({ hub, net, director }, use) =>
    use(async (person, id) => (await director.pass(person, id)).replace(hub.url, net.url)),
  phone: async ({ examiner, link }, use) => use(await examiner(await link('e1', 'party-01'))),
  countsOnce: ({ hub, director, phone }, use) =>
    use(async () => {
      const receipt = await phone.receipt();
      await director.returned(1);
      expect(await countedReceipts(hub, director)).toEqual([receipt]);
      return receipt;
    }),
});

const line = (phone: ExaminerPhone, words: string) =>
  expect(phone.page.locator('.net').first()).toHaveText(words, { timeout: 15_000 });

test.describe('a bad network @phones', () => {
  test('a page that is loaded again while its ballot is under way into nowhere', async ({
    net,
    director,
    phone,
    countsOnce,
  }) => {
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills(POINTS);
    // The radio takes the ballot and never delivers it; the page comes over a new connection.
    for (const one of net.sockets) one.silent();
    await phone.press('核对评分票');
    await phone.press('确认提交');
    await phone.sees('已保存在本机');
    await phone.page.reload();
    await countsOnce();
  });

  test('flight mode: a question and a ballot are kept, and both arrive once', async ({
    director,
    phone,
    countsOnce,
  }) => {
    await director.brings('u1', 'waiting', 'scoring');
    await phone.sees('请给这家打分');
    await phone.page.evaluate(() => (location.hash = '#ask'));
    await phone.page.getByLabel('您的问题').fill('停车难');
    await phone.page.context().setOffline(true);
    await line(phone, '没有网络');
    await expect(phone.page.getByLabel('您的问题')).toHaveValue('停车难');
    await phone.page.getByLabel('您的问题').fill('停车难怎么解决？');
    await phone.press('提交问题');
    await phone.sees('没有网络，会自动再连。您写的都存在这部手机里');
    await phone.scores(POINTS);
    await phone.sees('评分票已存好，在这部手机里');
    await phone.page.context().setOffline(false);
    await phone.receipt();
    await director.caller.until(() => director.caller.slices.questions?.length === 1);
    expect(director.caller.slices.questions?.map(({ text }) => text)).toEqual(['停车难怎么解决？']);
    await countsOnce();
  });

  test('the radio is silent for a minute without a close: said within 10 s, tried all the time, counted once', async ({
    net,
    director,
    phone,
    countsOnce,
  }) => {
    await phone.page.clock.install();
    await phone.page.reload();
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills(POINTS);
    await phone.press('核对评分票');
    const began = performance.now();
    net.silent();
    await phone.press('确认提交');
    await line(phone, '网络很慢');
    await line(phone, '没有网络');
    const took = performance.now() - began;
    test
      .info()
      .annotations.push({ type: 'from silence to the words, ms', description: String(Math.round(took)) });
    expect(took).toBeLessThan(10_000);
    await phone.sees('评分票已存好，在这部手机里');
    // The rest of the minute passes on the phone; the hub gives up in its own time.
    await phone.page.clock.runFor(50_000);
    await director.caller.until(() => lightOf(director) === 'offline');
    net.resume();
    await countsOnce();
  });

  test('from Wi-Fi to the cell: the second connection wins at once, and the console never sees the phone go', async ({
    net,
    director,
    phone,
    countsOnce,
  }) => {
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills(POINTS);
    await phone.press('核对评分票');
    await director.caller.until(() => lightOf(director) === 'online');
    director.caller.known.length = 0;
    // The Wi-Fi is out of reach and forgets its connections; the browser says that the network is another one.
    net.silent();
    net.resume({ held: 'drop' });
    await phone.press('确认提交');
    await phone.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await countsOnce();
    const seen = director.caller.known.flatMap(({ people }) => people?.passes ?? []);
    const lights = seen.filter((one) => one.id === 'party-01').map((one) => one.line);
    expect(lights).not.toEqual([]);
    expect(lights.filter((one) => one === 'offline')).toEqual([]);
  });

  test('the hub is killed while a ballot is being filled in', async ({
    hub,
    director,
    phone,
    countsOnce,
  }) => {
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills(POINTS);
    await hub.kill();
    await line(phone, '没有网络');
    await phone.press('核对评分票');
    await phone.press('确认提交');
    await phone.sees('评分票已存好，在这部手机里');
    await hub.run();
    await countsOnce();
  });

  test('J5 a phone whose clock is a day ahead, and is set to another hour in the middle of it', async ({
    director,
    phone,
    countsOnce,
  }) => {
    const { clock } = phone.page;
    await clock.install({ time: Date.now() + DAY });
    await phone.page.reload();
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills(POINTS);
    await clock.setSystemTime(Date.now() + DAY - 3 * 3_600_000);
    await phone.press('核对评分票');
    await phone.press('确认提交');
    await phone.receipt();
    const now = new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      hour12: false,
    });
    await phone.sees(new RegExp(`${now.format(Date.now()).slice(0, 2)}:\\d\\d`));
    await countsOnce();
  });

  test('I2 storage is forbidden: the page says so, the ballot goes from memory, and the pass can be scanned again', async ({
    browser,
    complaints,
    net,
    director,
    hub,
    link,
  }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addInitScript(() => {
      const denied = { get: () => { throw new DOMException('denied', 'SecurityError'); } }; // prettier-ignore
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { configurable: true, ...denied });
    });
    const page = await context.newPage();
    complaints.watch(page, 'forgetful phone');
    const { ExaminerPhone: Phone } = await import('./support/actors.ts');
    const phone = new Phone(page);
    const pass = await link('e1', 'party-01');
    await phone.enrols(pass);
    await phone.sees('这部手机不让网页存东西');
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills(POINTS);
    await phone.press('核对评分票');
    net.silent();
    await phone.press('确认提交');
    await phone.sees('送达之前请不要关掉这一页');
    const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await asks()).toBe(true);
    net.resume();
    const receipt = await phone.receipt();
    expect(await asks()).toBe(false);
    // Loaded again it is nobody; the pass brings it back, with one tap of the staff.
    await page.goto(pass);
    await phone.press('进入考场');
    await phone.sees('请工作人员确认');
    await director.caller.until(() => handoverOf(director) !== null);
    await director.caller.must('pass.hand-over', { pass: 'party-01', session: handoverOf(director) ?? '' });
    await page.waitForURL(/\/m\/\d{6}/);
    await phone.sees(new RegExp(`${receipt.slice(0, 4)} ${receipt.slice(4)}|已送达|修改评分票`));
    expect(await countedReceipts(hub, director)).toEqual([receipt]);
    await context.close();
  });
});

const passOf = (director: Director) =>
  director.caller.slices.people?.passes.find((one) => one.id === 'party-01');
const lightOf = (director: Director) => passOf(director)?.line;
const handoverOf = (director: Director): string | null => passOf(director)?.handover ?? null;
