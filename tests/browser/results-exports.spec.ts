/** X1, X2 · Every file of the result, by its link in the console: what it is called, and that it holds the count. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Bundle } from '../../assessment/bundle.ts';
import { recount } from '../../assessment/recount.ts';
import { Caller } from '../support/caller.ts';
import { Director } from '../support/director.ts';
import { readDocx } from '../support/docx.ts';
import type { HubProcess } from '../support/hub-process.ts';
import { readXlsx, tableIn } from '../support/xlsx.ts';
import { expect, test } from './support/actors.ts';

const GOOD = { report: 2700, direct: 1800, evidence: 2650, measures: 1700 };

/** Three of four examiners score the first unit of a demo meeting, one asks, a member's promise is written down. */
async function scoredUnit(hub: HubProcess): Promise<Director> {
  const director = await Director.of(hub);
  const phones: Caller[] = [];
  for (const at of [1, 2, 3]) {
    const link = await director.pass(`e${at}`, `party-0${at}`);
    const session = `exports-phone-${at}`.padEnd(22, '0');
    const phone = await new Caller({ url: hub.url, code: director.code, session }).ready();
    await phone.must('pass.enrol', { secret: link.slice(link.indexOf('#') + 1) });
    phones.push(phone);
  }
  await director.brings('u1', 'waiting', 'questioning');
  const asked = await phones[0]?.must('question.ask', {
    unit: 'u1',
    text: '路灯坏了多久了？',
    portfolio: null,
    member: null,
  });
  const question = `q${asked?.n ?? 0}`;
  await director.caller.must('question.stage', { question });
  await director.caller.must('question.answered', { question });
  const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await director.caller.must('promise.make', { question, text: '一周以内修好', due });
  await director.brings('u1', 'questioning', 'scoring');
  for (const phone of phones) await phone.must('ballot.submit', { unit: 'u1', replaces: 0, scores: GOOD });
  await director.brings('u1', 'scoring', 'locked');
  for (const phone of phones) phone.close();
  return director;
}

/** What the browser saves when the link is pressed. */
async function saved(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const downloads = page.locator('p', { hasText: '下载' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    downloads.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('X1 X2 the owner takes every file of the result home @results', async ({ hub, host }) => {
  const director = await scoredUnit(hub);
  const { code } = director;
  await host.isSignedIn();
  await host.page.goto(`${hub.url}/console/${code}`);
  await host.press('成绩');
  const { page } = host;

  const json = await saved(page, '计票包 .json');
  expect(json.name).toBe(`${code}-演练-计票包.json`);
  const bundle = JSON.parse(json.bytes.toString()) as Bundle;
  expect(bundle.results).toEqual(recount(bundle));
  const [first] = bundle.results;
  const unit = bundle.units[0]?.name ?? '';
  const score = Number(first?.score);
  expect(score).toBe(88.5);

  const ranking = await saved(page, '排名 .xlsx');
  expect(ranking.name).toBe(`${code}-演练-排名.xlsx`);
  const [sheet] = readXlsx(ranking.bytes).sheets;
  expect(sheet && tableIn(sheet)[1]?.slice(0, 3)).toEqual([1, unit, score]);

  const csv = await saved(page, '排名 .csv');
  expect(csv.name).toBe(`${code}-演练-排名.csv`);
  expect(csv.bytes.toString()).toContain(`\r\n1,${unit},88.50,`);

  const questions = await saved(page, '提问与承诺 .xlsx');
  expect(questions.name).toBe(`${code}-演练-提问与承诺.xlsx`);
  const [asked, promised] = readXlsx(questions.bytes).sheets;
  expect(asked && tableIn(asked)[1]?.slice(0, 4)).toEqual([1, unit, '路灯坏了多久了？', '党员代表']);
  expect(promised && tableIn(promised)[1]?.[2]).toBe('一周以内修好');

  const report = await saved(page, '结果报告 .docx');
  expect(report.name).toBe(`${code}-演练-结果报告.docx`);
  const read = readDocx(report.bytes);
  expect(read.tables.find(({ rows }) => rows[0]?.[0] === '名次')?.rows[1]?.slice(0, 3)).toEqual([
    '1',
    unit,
    '88.50',
  ]);
  expect(read.text).toContain(bundle.journal.head);
  director.caller.close();
});
