import { readFile } from 'node:fs/promises';
import { differences } from '../../assessment/recount.ts';
import { parseBundle } from '../../assessment/bundle.ts';
import { readXlsx, tableIn } from '../support/xlsx.ts';
import {
  expect,
  test,
  type ExaminerPhone,
  type Host,
  type Phone,
  type ScreenActor,
} from './support/actors.ts';

test.use({ ownHub: true });

/** What the three examiners think of the first unit, and of the second. */
const FIRST = [
  { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' },
  { 述职: '25.5', 正面回应: '16', 言之有据: '24', 措施时限: '15.5' },
  { 述职: '28', 正面回应: '19', 言之有据: '28', 措施时限: '18' },
];
const SECOND = FIRST.map(() => ({ 述职: '29', 正面回应: '19.5', 言之有据: '29', 措施时限: '19' }));

interface Cast {
  host: Host;
  screen: ScreenActor;
  examiners: ExaminerPhone[];
  crowd: Phone;
}

/** A unit's name as the console's button says it. */
async function nextUnit(host: Host): Promise<string> {
  const button = host.page.getByRole('button', { name: /^请.+上台述职/ });
  return /请(.+?)上台述职/.exec(await button.innerText())?.[1] ?? '';
}

async function scoring(
  { host, screen, examiners, crowd }: Cast,
  ballots: Record<string, string>[],
): Promise<string[]> {
  await host.press(/^开始评分/);
  await screen.shows('正在评分');
  for (const [at, phone] of examiners.entries()) await phone.scores(ballots[at] ?? {});
  const receipts = await Promise.all(examiners.map((phone) => phone.receipt()));
  await crowd.press(/^满意/);
  await crowd.sees('已送达');
  await expect(host.page.getByRole('status', { name: '已交 3 票，应到 3 人' })).toBeVisible();
  await screen.shows('位考官已交票');
  await expect(screen.page.locator('body')).not.toContainText(/8[0-9]\.[0-9]{2}/);
  await host.press(/^收票，进入 30 秒宽限/);
  await host.press(/^锁票/);
  await screen.shows('已锁票');
  return receipts;
}

/** What stands in the downloaded ranking: unit → rank and score, as they are shown. */
async function spreadsheet(host: Host): Promise<Map<string, { rank: number | null; score: string | null }>> {
  const downloading = host.page.waitForEvent('download');
  await host.page.getByRole('link', { name: '排名 .xlsx' }).click();
  const file = await readFile(await (await downloading).path());
  const [sheet] = readXlsx(file).sheets;
  if (!sheet) throw new Error('no sheet');
  const [head = [], ...rows] = tableIn(sheet);
  const [rank, unit, score] = ['名次', '参评单位', '得分'].map((name) => head.indexOf(name));
  return new Map(
    rows.map((row) => {
      const points = row[score ?? -1];
      return [
        String(row[unit ?? -1]),
        {
          rank: row[rank ?? -1] as number | null,
          score: typeof points === 'number' ? points.toFixed(2) : null,
        },
      ];
    }),
  );
}

test('the whole way of one meeting, from the set-up link to the downloaded ranking @meeting', async ({
  host,
  examiner,
  crowd: join,
  complaints,
}) => {
  test.slow();
  await host.setsUp();
  await host.loadsDemo();
  await host.drawsOrder(386);
  const links = await host.issuesPasses('党员代表 01', '群众代表 01', '媒体代表 01');
  const screen = await host.opensScreen(complaints);
  await screen.shows('社区党委上场顺序');
  await host.goTo('现场');
  await host.press(/^开始考场/);

  const examiners = [];
  for (const link of links) examiners.push(await examiner(link));
  const [asker, rater] = examiners;
  if (!asker || !rater) throw new Error('three examiners');
  const crowd = await join();
  await crowd.page.goto(new URL('/', links[0]).href);
  await crowd.page.getByRole('textbox').fill(host.code);
  await crowd.press('进入');
  const cast = { host, screen, examiners, crowd };

  const first = await nextUnit(host);
  await host.press(/上台述职/);
  await screen.shows('正在述职');
  await expect(screen.page.getByRole('heading', { name: first })).toBeVisible();
  await expect(host.page.getByRole('timer', { name: '本阶段' })).toHaveText(/^7:5\d$/);
  await asker.sees('请听述职');

  await host.press(/^开始质询/);
  await asker.press('我要提问');
  await asker.page.getByRole('textbox', { name: '您的问题' }).fill('老楼加装电梯卡在哪里？');
  await asker.press('提交问题');
  await crowd.press('我要提问');
  await crowd.page.getByRole('textbox', { name: '您的问题' }).fill('公厕没灯没纸谁来考核？');
  await crowd.press('提交问题');
  await crowd.sees('等待审核');
  await host.press(/^待审核 1/);
  await host.press('采用');
  await crowd.sees('已收下');
  await host.press(/^待问/);
  await host.page
    .getByRole('listitem')
    .filter({ hasText: '老楼加装电梯' })
    .getByRole('button', { name: '上台', exact: true })
    .click();
  await screen.shows('老楼加装电梯卡在哪里？');
  await expect(host.page.getByRole('timer', { name: '回答' })).toHaveText(/^2:5\d$/);
  await host.press('答复完毕');
  await rater.press('较好');
  await rater.sees('已评“较好”');
  await host.press('结束这一问');

  const receipts = await scoring(cast, FIRST);
  expect(new Set(receipts).size).toBe(3);
  await host.press(/^公布得分/);
  await screen.shows(/8\d\.\d{2}/);
  await asker.press('回到现场');

  const second = await nextUnit(host);
  await host.press(/上台述职/);
  await host.press(/^开始质询/);
  for (const phone of examiners) await phone.sees('现场质询');
  await scoring(cast, SECOND);
  await host.press(/^公布得分/);
  await host.press(/^结束考场/);
  await host.page
    .getByRole('button', { name: /确认结束|结束考场/ })
    .last()
    .click();
  await screen.shows('考评结束');

  const ranking = await spreadsheet(host);
  expect(ranking.size).toBe(5);
  expect(ranking.get(second)?.rank).toBe(1);
  expect(ranking.get(first)?.rank).toBe(2);
  const rows = host.page.getByRole('table', { name: '成绩' }).getByRole('row');
  for (const [unit, { score }] of ranking) {
    if (score !== null) await expect(rows.filter({ hasText: unit })).toContainText(score);
  }

  const bundling = host.page.waitForEvent('download');
  await host.page.getByRole('link', { name: '计票包 .json' }).click();
  const parsed = parseBundle(JSON.parse(await readFile(await (await bundling).path(), 'utf8')));
  if (!('bundle' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  expect(differences(parsed.bundle)).toEqual([]);
  expect(parsed.bundle.ballots.map((one) => one.receipt)).toEqual(expect.arrayContaining(receipts));
  expect(parsed.bundle.draws.map((one) => one.number)).toEqual([386]);

  // The end is said first; the ranking comes back for good after it.
  await screen.shows('公示排名');
  const shown = await screen.page.getByRole('listitem').allInnerTexts();
  for (const [unit, { rank, score }] of ranking) {
    if (rank === null || score === null) continue;
    const line = shown.find((one) => one.replace(/\s/g, '').includes(unit));
    expect(line?.split(/\s+/)).toEqual(expect.arrayContaining([String(rank), score]));
  }
});
