/** The pages of those who organize, and of the list of meetings, at the sizes that people sit at. */
import type { Browser, Page } from '@playwright/test';
import { HubProcess } from '../support/hub-process.ts';
import { DESKS, LAPTOP, PHONE, type Size } from './sizes.ts';
import { organizer, type Provider, type Studio } from './studio.ts';

const TEMPORARY = '先用这一句话登录一次吧';

async function opened(browser: Browser, size: Size): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  return context.newPage();
}

/** The owner's page at every laptop's size. */
async function take(studio: Studio, page: Page, moment: string, sizes = DESKS): Promise<void> {
  for (const size of sizes) {
    const name = `pages/people/${moment} ${size.width}x${size.height}`;
    if (!studio.wants(name)) continue;
    await page.setViewportSize(size);
    await studio.save(name, page);
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function settled(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' });
}

async function organizers(studio: Studio, page: Page, url: string): Promise<void> {
  await settled(page, `${url}/console/organizers`);
  const form = page.getByRole('form', { name: '添加人员' });
  for (const [name, role] of [
    ['李主持', '主持'],
    ['陈监票', '监票人'],
    ['何查看', '查看'],
  ] as const) {
    await form.getByLabel('姓名').fill(name);
    await form.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
    await form.getByLabel('临时密码').fill(TEMPORARY);
    await form.getByRole('button', { name: '添加' }).click();
    await page.getByText(`已添加 ${name}`).waitFor();
  }
  await take(studio, page, '01 organizers');
  await press(page, '修改：李主持');
  await take(studio, page, '02 one of them');
}

async function signIn(studio: Studio, url: string): Promise<void> {
  const page = await opened(studio.browser, PHONE);
  await settled(page, `${url}/console`);
  const both = [...DESKS, PHONE];
  await take(studio, page, '03 sign-in', both);
  for (let tries = 0; tries < 5; tries += 1) {
    await page.getByLabel('姓名').fill('何查看');
    await page.getByLabel('密码', { exact: true }).fill('猜一个');
    await press(page, '登录');
    await page.getByText(/姓名或密码不对|已锁定/).waitFor();
  }
  await page.getByText('已锁定').waitFor();
  await take(studio, page, '04 locked', both);
  await page.getByLabel('姓名').fill('陈监票');
  await page.getByLabel('密码', { exact: true }).fill(TEMPORARY);
  await press(page, '登录');
  await page.getByRole('heading', { name: '请先设置自己的密码' }).waitFor();
  await page.getByLabel('新密码', { exact: true }).fill('1234567890');
  await press(page, '保存新密码');
  await take(studio, page, '05 a password of his own', both);
  await page.context().close();
}

async function meetings(studio: Studio, page: Page, url: string): Promise<void> {
  await settled(page, `${url}/console`);
  await press(page, '载入演示考场');
  await page.waitForURL(/\/console\/\d{6}/);
  const code = /\d{6}/.exec(page.url())?.[0] ?? '';
  await settled(page, `${url}/console`);
  await page.getByRole('button', { name: /^更多/ }).click();
  await press(page, '复制');
  await take(studio, page, '06 copy');
  await settled(page, `${url}/console/${code}/prepare`);
  await take(studio, page, '07 info');
  await page.getByRole('link', { name: '流程与公布', exact: true }).click();
  const form = page.getByRole('form', { name: '监票人' });
  await form.getByLabel('陈监票').check();
  await form.scrollIntoViewIfNeeded();
  await take(studio, page, '08 scrutineers');
  await form.getByRole('button', { name: '保存监票人' }).click();
  await page.getByRole('link', { name: '检查就绪', exact: true }).click();
  await press(page, '转为正式考场');
  await page.getByText('留在演练里').waitFor();
  await take(studio, page, '09 going official');
  await press(page, '确认转为正式');
  await page.getByRole('link', { name: /查看演练/ }).waitFor();
  await take(studio, page, '10 official');
  await settled(page, `${url}/console`);
  await page.getByText(/^已归档的考场/).click();
  await page.getByRole('button', { name: /^更多/ }).last().click();
  await press(page, '删除');
  await take(studio, page, '11 meetings');
  await settled(page, `${url}/console/audit`);
  await page.getByText('转为正式').waitFor();
  await take(studio, page, '12 record');
}

export const people: Provider = {
  name: 'people',
  async take(studio) {
    const hub = await HubProcess.start();
    const page = await organizer(studio, hub, LAPTOP);
    try {
      await organizers(studio, page, hub.url);
      await signIn(studio, hub.url);
      await meetings(studio, page, hub.url);
    } finally {
      await page.context().close();
      await hub.stop();
    }
  },
};
