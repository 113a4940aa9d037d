/** Issue 5: the gallery of scenes is an owner's (I7), and is stepped through by keys. */
import { expect, test } from './support/actors.ts';

test('I7 the hub shows the gallery of scenes to an owner alone; keys lead through it @screen', async ({
  host,
  hub,
}) => {
  const { page } = host;
  await page.goto(`${hub.url}/slides?scene=promises`);
  await expect(page).toHaveURL(/\/console$/);
  await host.isSignedIn();
  await page.goto(`${hub.url}/slides?scene=promises`);
  const sample = page.getByRole('combobox', { name: '样例' });
  await expect(sample).toHaveValue('0');
  const picture = page.frameLocator('iframe');
  await expect(picture.locator('main')).toContainText('承诺墙');
  await page.keyboard.press('ArrowRight');
  await expect(sample).toHaveValue('1');
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: '主题' })).toHaveValue('night');
  await page.keyboard.press('a');
  await expect(page.getByRole('link', { name: /承诺墙/ })).toBeVisible();
});
