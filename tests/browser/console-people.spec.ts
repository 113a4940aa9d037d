/** I7, A1 · Those who organize, each in a browser of his own; meetings copied, put away, deleted, gone official. */
import type { Browser, Page } from '@playwright/test';
import { expect, test, type Host } from './support/actors.ts';

const TEMPORARY = '先用这一句话登录一次吧';
const OWN = '桂花开了一整条街';

/** Another organizer at a laptop of his own. A wrong password is a line in the browser's console and no fault. */
class Colleague {
  readonly page: Page;
  readonly faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(error.message));
  }

  static async opens(browser: Browser, url: string): Promise<Colleague> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const one = new Colleague(await context.newPage());
    await one.page.goto(`${url}/console`);
    return one;
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  async signsIn(name: string, password: string): Promise<void> {
    await this.page.getByLabel('姓名').fill(name);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.press('登录');
  }

  /** I7: a password that somebody else chose is changed before anything else. */
  async choosesPassword(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: '请先设置自己的密码' })).toBeVisible();
    await this.page.getByLabel('负责人告诉您的密码').fill(TEMPORARY);
    await this.page.getByLabel('新密码', { exact: true }).fill(`${OWN}，${name}`);
    await this.page.getByLabel('再输入一遍新密码').fill(`${OWN}，${name}`);
    await this.press('保存新密码');
    await expect(this.page.getByRole('heading', { name: '考场', exact: true })).toBeVisible();
  }

  async leaves(): Promise<void> {
    expect(this.faults).toEqual([]);
    await this.page.context().close();
  }
}

async function adds(host: Host, name: string, role: string): Promise<void> {
  const form = host.page.getByRole('form', { name: '添加人员' });
  await form.getByLabel('姓名').fill(name);
  await form.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await form.getByLabel('临时密码').fill(TEMPORARY);
  await form.getByRole('button', { name: '添加' }).click();
  await expect(host.page.getByText(`已添加 ${name}。`)).toBeVisible();
}

async function arrives(browser: Browser, url: string, name: string): Promise<Colleague> {
  const one = await Colleague.opens(browser, url);
  await one.signsIn(name, TEMPORARY);
  await one.choosesPassword(name);
  return one;
}

test.use({ ownHub: true });

test.describe('people who organize @console', () => {
  test('I7 a host, a scrutineer and a viewer sign in, and each may do what his role may', async ({
    host,
    hub,
    browser,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    const { code } = host;
    await host.page.goto(`${hub.url}/console/organizers`);
    await adds(host, '李主持', '主持');
    await adds(host, '陈监票', '监票人');
    await adds(host, '何查看', '查看');

    const li = await arrives(browser, hub.url, '李主持');
    await expect(li.page.getByRole('button', { name: '新建考场' })).toBeVisible();
    await expect(li.page.getByRole('link', { name: '操作记录' })).toHaveCount(0);
    await li.page.goto(`${hub.url}/console/organizers`);
    await expect(li.page.getByRole('heading', { name: '我的账号' })).toBeVisible();
    await expect(li.page.getByText('陈监票')).toHaveCount(0);

    const he = await arrives(browser, hub.url, '何查看');
    await expect(he.page.getByRole('button', { name: '新建考场' })).toHaveCount(0);
    await expect(he.page.getByRole('button', { name: /^更多/ })).toHaveCount(0);
    await he.page.goto(`${hub.url}/console/${code}/prepare`);
    await expect(he.page.getByText('您的角色只能查看。')).toBeVisible();
    await expect(he.page.getByRole('textbox', { name: '名称' })).toBeDisabled();
    await he.page.goto(`${hub.url}/console/audit`);
    await expect(he.page.getByText('您的角色不能做这件事。')).toBeVisible();

    // The owner makes the viewer a host: the page that he has open becomes a host's.
    await he.page.goto(`${hub.url}/console/${code}/prepare`);
    await host.page.reload();
    await host.press('修改：何查看');
    await host.page.getByRole('group', { name: '改为' }).getByRole('radio', { name: /^主持/ }).check();
    await host.press('保存角色');
    await expect(he.page.getByRole('textbox', { name: '名称' })).toBeEnabled();
    // And removes him: it is over at once.
    await host.press('修改：何查看');
    await host.press('删除 何查看');
    await host.press('确认删除 何查看');
    await expect(he.page.getByText('您的登录已经失效')).toBeVisible();

    const chen = await arrives(browser, hub.url, '陈监票');
    await host.page.goto(`${hub.url}/console/${code}/prepare`);
    await host.opens('流程与公布');
    const form = host.page.getByRole('form', { name: '监票人' });
    await expect(form.getByText('没有选监票人')).toBeVisible();
    await form.getByLabel('陈监票').check();
    await form.getByRole('button', { name: '保存监票人' }).click();
    await expect(form.getByText('已保存')).toBeVisible();
    await chen.page.goto(`${hub.url}/console/${code}/prepare`);
    await chen.page.getByRole('link', { name: '流程与公布', exact: true }).click();
    await expect(chen.page.getByText('已选定：陈监票')).toBeVisible();

    await host.page.goto(`${hub.url}/console/audit`);
    await expect(host.page.getByRole('row', { name: /主办 删除“何查看”（主持）/ })).toBeVisible();
    await host.press('账号');
    await expect(host.page.getByRole('cell', { name: '登录', exact: true })).toHaveCount(0);
    await host.page.getByLabel('姓名或考场').fill('陈监票');
    await host.press('查找');
    await expect(host.page.getByRole('row', { name: /添加“陈监票”，角色为监票人/ })).toBeVisible();
    await expect(host.page.getByText('何查看')).toHaveCount(0);
    for (const one of [li, he, chen]) await one.leaves();
  });

  test('I7 five wrong passwords lock a name, said at the field, until the owner unlocks it', async ({
    host,
    hub,
    browser,
  }) => {
    await host.isSignedIn();
    await host.page.goto(`${hub.url}/console/organizers`);
    await adds(host, '李主持', '主持');
    const li = await Colleague.opens(browser, hub.url);
    const field = li.page.getByLabel('密码', { exact: true });
    for (let tries = 1; tries < 5; tries += 1) {
      await li.signsIn('李主持', `猜的密码 ${tries}`);
      await expect(field).toHaveAccessibleDescription(/姓名或密码不对/);
    }
    await li.signsIn('李主持', '猜的密码 5');
    await expect(field).toHaveAccessibleDescription(/已锁定，请过 15 分钟再试/);
    await expect(li.page.getByLabel('姓名')).toHaveValue('李主持');
    await host.page.reload();
    await expect(host.page.getByRole('row', { name: /李主持.*已锁定到/ })).toBeVisible();
    await host.press('修改：李主持');
    await host.press('解锁');
    await expect(host.page.getByRole('row', { name: /李主持.*已锁定到/ })).toHaveCount(0);
    await li.signsIn('李主持', TEMPORARY);
    await li.choosesPassword('李主持');
    await li.leaves();
  });

  test('I7 a session that ran out asks for the password again, and nothing typed is lost', async ({
    host,
    hub,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.goTo('准备');
    const title = host.page.getByRole('textbox', { name: '名称' });
    await title.fill('打了一半的名称');
    // As an hour later: of whoever is signed in no more the hub says that his session lay idle.
    await host.page.route('**/api/status', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { organizer: object | null };
      await route.fulfill({ json: body.organizer === null ? { ...body, ended: 'idle' } : body });
    });
    await host.page.evaluate(() => fetch('/api/sign-out', { method: 'POST' }));
    await expect(host.page.getByText('一小时没有操作，已自动退出')).toBeVisible();
    await expect(host.page.getByText('刚才打开的页面还在')).toBeVisible();
    await expect(title).toBeHidden();
    await host.page.getByLabel('姓名', { exact: true }).fill('主办');
    await host.page.getByLabel('密码', { exact: true }).fill('a long password');
    await host.press('登录');
    await expect(title).toHaveValue('打了一半的名称');
    await host.press('保存名称与时间');
    await expect(host.page.getByRole('status').filter({ hasText: '已保存' }).first()).toBeVisible();
    await host.page.goto(`${hub.url}/console`);
    await expect(host.page.getByRole('link', { name: '打了一半的名称', exact: true })).toBeVisible();
  });

  test('A1 a meeting is copied, goes official, and what is archived is deleted with its code', async ({
    host,
    hub,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    const { code } = host;
    await host.page.goto(`${hub.url}/console/${code}/prepare`);
    await host.opens('检查就绪');
    await host.press('转为正式考场');
    await expect(host.page.getByText('参评单位 5 家', { exact: true })).toBeVisible();
    await expect(host.page.getByText('演练里还没有抽签、提问、评分票和成绩。')).toBeVisible();
    await host.press('确认转为正式');
    await expect(host.page.getByText('这是正式考场。')).toBeVisible();
    await expect(host.page.getByRole('link', { name: /查看演练（\d{6}）/ })).toBeVisible();

    await host.page.goto(`${hub.url}/console`);
    const official = host.page.getByRole('row').filter({ hasText: code });
    await expect(official).toContainText('正式');
    await official.getByRole('button', { name: /^更多/ }).click();
    await host.press('复制');
    const copy = host.page.getByRole('form', { name: /^复制/ });
    await copy.getByLabel('名称').fill('第二场');
    await copy.getByLabel('开始日期').fill('2026-12-05');
    await copy.getByLabel('结束日期').fill('2026-12-06');
    await expect(copy.getByLabel('日期', { exact: true })).toHaveValue('2026年12月5日至6日');
    await host.press('复制成新考场');
    await host.page.waitForURL(/\/prepare$/);
    await expect(host.page.getByRole('textbox', { name: '日期', exact: true })).toHaveValue(
      '2026年12月5日至6日',
    );
    await host.opens('参评单位');
    await expect(host.page.getByRole('form', { name: '参评单位' }).getByRole('row')).toHaveCount(6);

    await host.page.goto(`${hub.url}/console`);
    await host.press('更多：第二场');
    await host.press('归档');
    await host.press('确认归档');
    // The list is read anew; until then the row and its button are those of before.
    await host.page.getByText('已归档的考场（2）').click();
    await host.page.getByRole('group').getByRole('button', { name: '更多：第二场' }).click();
    await host.press('删除');
    const remove = host.page.getByRole('form', { name: '删除“第二场”' });
    const typed = remove.getByLabel(/^输入参与码/);
    const wanted = /\d{6}/.exec(await remove.innerText())?.[0] ?? '';
    await typed.fill('123456'.replace(wanted, '654321'));
    await host.press('永久删除');
    await expect(typed).toHaveAccessibleDescription(`请输入参与码 ${wanted}`);
    await typed.fill(wanted);
    await host.press('永久删除');
    await expect(host.page.getByRole('link', { name: '第二场', exact: true })).toHaveCount(0);
    await expect(host.page.getByText('转为正式以前的演练')).toBeVisible();
  });
});
