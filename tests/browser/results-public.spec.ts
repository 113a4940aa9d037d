/** B6 · The public page of a closed meeting: for whoever comes by, on a phone and on paper, without signing in. */
import { differences, recount } from '../../assessment/recount.ts';
import { parseBundle } from '../../assessment/bundle.ts';
import { closedMeeting, CROWD_QUESTION, DECLINED, PROMISED } from '../support/closed-meeting.ts';
import { Access } from './support/access.ts';
import { expect, test } from './support/actors.ts';

const SMALL = { width: 360, height: 640 };

test('a passer-by reads the ranking, an answer and its promise, finds a receipt, and prints it @results', async ({
  hub,
  crowd,
}) => {
  test.slow();
  const { full, code, receipts } = await closedMeeting(hub, {
    settings: { publication: 'full' },
    units: 5,
    examiners: 12,
  });
  const { page } = await crowd();
  await page.setViewportSize(SMALL);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(`${hub.url}/m/${code}`);
  const ranking = page.getByRole('region', { name: '排名' });
  await expect(ranking).toBeVisible();

  // X2: what is shown is the recount of the bundle that the page hands out.
  const answer = await page.request.get(`${hub.url}/api/public/${code}/bundle.json`);
  const read = parseBundle(await answer.json());
  if (!('bundle' in read)) throw new Error(JSON.stringify(read.problems));
  expect(differences(read.bundle)).toEqual([]);
  const again = recount(read.bundle)
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const nameOf = (id: string) => read.bundle.units.find((one) => one.id === id)?.name ?? '';
  const rows = ranking.getByRole('listitem');
  expect(again).toHaveLength(2);
  for (const [at, { unit, rank, score }] of again.entries())
    for (const words of [`第 ${rank} 名`, nameOf(unit), score ?? ''])
      await expect(rows.nth(at)).toContainText(words);
  await expect(rows.filter({ hasText: nameOf('u4') })).toContainText('缺席');
  await expect(rows.filter({ hasText: nameOf('u5') })).toContainText('没有上场');

  // Small letters, spaces, O for 0 and l for 1 are what people type.
  const receipt = receipts.get('u1') ?? '';
  const typed = receipt.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
  const find = async (what: string) => {
    await page.getByRole('textbox', { name: '回执码' }).fill(what);
    await page.getByRole('button', { name: '查一查' }).click();
  };
  await find('123');
  await expect(page.getByRole('alert')).toContainText('8 位');
  await expect(page.getByRole('textbox', { name: '回执码' })).toBeFocused();
  await find(` ${typed.slice(0, 4)} ${typed.slice(4)}`);
  await expect(page.getByText('已计入', { exact: true })).toBeVisible();
  await expect(page.getByText(`评的是${nameOf('u1')}`)).toBeVisible();
  await find('00000000');
  await expect(page.getByText('未在名单')).toBeVisible();

  const access = new Access();
  await access.look(page, 'ranking');
  await access.enlarge(page, 'ranking');
  await ranking.getByRole('link', { name: nameOf('u1') }).click();
  const unit = page.getByRole('article', { name: nameOf('u1') });
  await expect(unit.getByRole('heading', { name: nameOf('u1') })).toBeFocused();
  await expect(unit).toContainText(CROWD_QUESTION);
  await expect(unit).toContainText('提问：现场群众');
  await expect(unit).toContainText(PROMISED);
  await expect(unit).toContainText('2027年3月31日前办好');
  await expect(page.getByText(DECLINED)).toHaveCount(0);
  await expect(ranking).toBeHidden();
  await access.look(page, 'unit');
  await access.enlarge(page, 'unit');
  await page.getByRole('button', { name: '大字' }).click();
  await expect(page.getByRole('button', { name: '大字' })).toHaveAttribute('aria-pressed', 'true');
  await access.look(page, 'unit, elder');
  expect(access.found).toEqual([]);
  await page.goBack();
  await expect(ranking).toBeVisible();

  // On paper stands all of it, and nothing to press.
  await page.emulateMedia({ media: 'print' });
  const table = page.getByRole('table', { name: '排名' });
  for (const [at, { unit: id, score }] of again.entries())
    for (const words of [nameOf(id), score ?? ''])
      await expect(table.getByRole('row').nth(at + 1)).toContainText(words);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByText(`${receipt.slice(0, 4)} ${receipt.slice(4)}`)).toBeVisible();
  await expect(page.getByText(PROMISED).first()).toBeVisible();
  expect(sockets).toEqual([]);
  full.close();
});
