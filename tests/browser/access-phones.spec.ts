/**
 * Everybody can use every page of a phone: axe finds nothing, letters of 200 % break nothing. A meeting is walked
 * through its stages, and at each stop every page that is open is looked at: a new page is one line here.
 */
import { pdf, png } from '../support/pictures.ts';
import { passLink } from '../support/passes.ts';
import { expect } from './support/actors.ts';
import { SMALL, test, type Eyed } from './support/eyed.ts';

const POINTS = ['27.5', '18', '26', '17.5'];
const QUESTION = '夜里的噪声谁来管？什么时候能看到变化？';

// A film of a page that is looked at some hundred times costs more than the looks.
test.use({ trace: 'off' });

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

/** Write, and in the elder layout say whom, and read it through. */
async function asks(phone: Eyed, kind: string): Promise<void> {
  await phone.goes('#ask');
  await phone.page.getByRole('textbox').first().fill(QUESTION);
  await phone.look(`${kind} ask`);
  if (phone.looks.elder && phone.looks.kind === 'examiner')
    for (const title of ['whom', 'check'] as const) {
      await phone.press((t) => t.steps.next);
      await phone.sees((t) => t.steps[title]);
      await phone.look(`${kind} ask, ${title}`);
    }
  const submit = phone.page.getByRole('contentinfo').getByRole('button').last();
  await submit.click();
  await expect(phone.page.getByRole('textbox')).toHaveCount(0);
}

const unfold = (phone: Eyed): Promise<void> =>
  phone.page.evaluate(() => {
    for (const one of Array.from(document.querySelectorAll('details'))) one.open = true;
  });

test.describe('everybody can use every page of a phone @phones', () => {
  test('an examiner’s, from the pass to the receipt, plain and in large letters', async ({ square }) => {
    const { director } = square;
    const { caller } = director;
    await square.comes(
      { name: 'plain', kind: 'examiner', size: SMALL },
      { name: 'elder, English, night', kind: 'examiner', elder: true, night: true, english: true },
    );
    await square.see('examiner', 'between', '#stage', (t) => t.records.open);
    await director.brings('u1', 'waiting', 'reporting');
    await square.see('examiner', 'reporting', '#stage', (t) => t.clock.reporting);
    await director.brings('u1', 'reporting', 'questioning');
    await square.each('examiner', (phone) => asks(phone, 'examiner'));
    await caller.until(() => (caller.slices.questions ?? []).length === 2);
    const question = caller.slices.questions?.[0]?.id ?? '';
    await caller.must('question.stage', { question });
    await square.each('examiner', async (phone) => {
      await phone.goes('#stage');
      await phone.sees((t) => t.stage.nth(1));
      await unfold(phone);
      await phone.look('examiner question on stage, lists and notes unfolded');
    });
    await caller.must('question.answered', { question });
    await square.each('examiner', async (phone) => {
      await phone.page.getByRole('region', { name: phone.words.rate.title }).waitFor();
      await phone.look('examiner rating');
      await phone.goes('#ask');
      await phone.page.getByRole('region', { name: phone.words.rate.title }).waitFor();
      await phone.look('examiner rating while asking');
    });
    await director.brings('u1', 'questioning', 'scoring');
    await square.see('examiner', 'scoring', '#stage', (t) => t.clock.scoring);
    await square.see('examiner', 'ballot', '#ballot/u1', (t) => t.ballot.total);
    await square.each('examiner', fillIn);
    await square.each('examiner', (phone) => phone.press((t) => t.ballot.check));
    await square.see('examiner', 'read-back', '#check/u1', (t) => t.readBack.confirm);
    await square.each('examiner', (phone) => phone.press((t) => t.readBack.confirm));
    await square.see('examiner', 'receipt', '#sent/u1', (t) => t.sent.done);
  });

  test('an examiner’s, what is not for every day: records, help, photo, no ballot, results', async ({
    square,
  }) => {
    const { director } = square;
    const { caller } = director;
    await square.comes(
      { name: 'plain, night', kind: 'examiner', night: true, size: SMALL },
      { name: 'elder', kind: 'examiner', elder: true, size: SMALL },
    );
    await square.see('examiner', 'help', '#help', (t) => t.helpPage.ask);
    await square.each('examiner', async (phone) => {
      await phone.press((t) => t.helpPage.ask);
      await phone.sees((t) => t.help.told);
      await phone.look('examiner help, asked for');
      await phone.press((t) => t.help.takeBack);
    });
    await director.brings('u1', 'waiting', 'scoring');
    await square.each('examiner', async (phone) => {
      await phone.goes('#ballot/u1');
      await fillIn(phone);
      await phone.press((t) => t.ballot.check);
      await phone.press((t) => t.readBack.confirm);
      await phone.sees((t) => t.sent.done);
      await phone.goes('#records');
      await phone.sees((t) => t.records.ballots);
      await unfold(phone);
      await phone.look('examiner records, unfolded');
    });
    await director.brings('u1', 'scoring', 'locked');
    await caller.must('turn.publish', { unit: 'u1' });
    await director.brings('u2', 'waiting', 'scoring');
    const [plain, elder] = square.phones;
    if (!plain || !elder) throw new Error('two phones');
    await caller.must('paper.issue', { unit: 'u2', pass: 'party-01' });
    await Promise.all(
      [plain, elder].map(async (phone) => {
        const pages = phone === plain ? ['on paper', 'on paper, its ballot'] : ['scoring', 'recused'];
        await phone.goes('#stage');
        await phone.sees((t) => t.clock.scoring);
        await phone.look(`examiner ${pages[0]}`);
        await phone.goes('#ballot/u2');
        await phone.page.locator('main').waitFor();
        if (phone === elder) await phone.page.getByRole('textbox').first().waitFor();
        await phone.look(`examiner ${pages[1]}`);
      }),
    );
    await director.brings('u2', 'scoring', 'locked');
    await plain.goes('#ask');
    await plain.page.getByLabel('加一张照片').setInputFiles({
      name: 'IMG_0001.png',
      mimeType: 'image/png',
      buffer: png(640, 480),
    });
    await expect(plain.page.getByAltText('您选的照片')).toBeVisible();
    await plain.look('examiner ask with a photo');
    await caller.must('meeting.close', {});
    // The name of what is shown: as text the words stand there only while they are announced.
    await square.each('examiner', async (phone) => {
      await phone.goes('#stage');
      await phone.page.getByRole('region', { name: phone.words.meeting.closed }).waitFor();
      await phone.look('examiner closed');
    });
    await square.see('examiner', 'results', '#results', (t) => t.results.title);
  });

  test('the crowd’s and the way in by six figures, plain and in large letters', async ({ square, hub }) => {
    const { director } = square;
    const { caller } = director;
    const stranger = await square.opens({ name: 'elder', kind: 'crowd', elder: true, size: SMALL });
    const looksIn = async () => {
      await stranger.page.goto(hub.url);
      await stranger.page.getByLabel('参与码').fill('60521');
      await stranger.look('the way in');
      await stranger.press(() => '进入');
      await expect(stranger.page.getByRole('alert')).toBeVisible();
      await stranger.look('the way in, refused');
      await stranger.page.context().close();
    };
    await Promise.all([
      looksIn(),
      square.comes(
        { name: 'plain', kind: 'crowd', size: SMALL },
        {
          name: 'elder, English, night',
          kind: 'crowd',
          elder: true,
          english: true,
          night: true,
          size: SMALL,
        },
      ),
    ]);
    await square.see('crowd', 'between', '#stage', (t) => t.meeting.live);
    await director.brings('u1', 'waiting', 'questioning');
    await square.each('crowd', (phone) => asks(phone, 'crowd'));
    await caller.until(() => (caller.slices.questions ?? []).length === 2);
    const [first, second] = caller.slices.questions ?? [];
    for (const one of [first, second]) await caller.must('question.accept', { question: one?.id ?? '' });
    await caller.must('question.stage', { question: first?.id ?? '' });
    await square.see('crowd', 'question on stage', '#stage', (t) => t.stage.nth(1));
    await director.brings('u1', 'questioning', 'scoring');
    await square.see('crowd', 'vote', '#stage', (t) => t.crowd.satisfied);
    await square.each('crowd', async (phone) => {
      await phone.page.locator('.vote button').first().click();
      await phone.sees((t) => t.crowd.delivered);
      await phone.look('crowd voted');
    });
    await director.brings('u1', 'scoring', 'locked');
    await caller.must('turn.publish', { unit: 'u1' });
    await square.see('crowd', 'its votes', '#records', (t) => t.crowd.votes);
    await square.see('crowd', 'results', '#results', (t) => t.results.title);
    await caller.must('meeting.close', {});
    await square.see('crowd', 'closed', '#stage', (t) => t.meeting.closed);
  });

  test('a member’s: his question, handing on, promising, evidence; and the promise before its questioner', async ({
    square,
  }) => {
    const { director } = square;
    const { caller } = director;
    await square.comes(
      { name: 'plain', kind: 'member', size: SMALL },
      { name: 'elder, night', kind: 'member', elder: true, night: true, size: SMALL },
      { name: 'questioner, elder', kind: 'examiner', elder: true, size: SMALL },
    );
    await square.see('member', 'between', '#stage', (t) => t.meeting.live);
    const oral = { pass: 'party-03' };
    for (const member of ['m5', 'm6'])
      await caller.must('question.ask', { unit: 'u1', text: QUESTION, portfolio: null, member, oral });
    await caller.until(() => caller.slices.questions?.length === 2);
    const asked = caller.slices.questions ?? [];
    const questions = ['m5', 'm6'].map((member) => asked.find((one) => one.member === member)?.id ?? '');
    await director.brings('u1', 'waiting', 'questioning');
    for (const [at, question] of questions.entries()) {
      await caller.must('question.stage', {
        question,
        instead: at === 0 ? null : (questions[at - 1] ?? null),
      });
      const phone = square.of('member')[at];
      const other = square.of('member')[1 - at];
      if (!phone || !other) throw new Error('two members');
      const look = async () => {
        await phone.goes('#stage');
        await phone.sees((t) => t.member.you);
        await phone.look('member, his question');
        await phone.goes('#team');
        await phone.sees((t) => t.member.team);
        await phone.look('member, team');
        await phone.goes(`#hand-on/${question}`);
        await phone.sees((t) => t.member.handOnTitle);
        await phone.look('member, hand on');
        await phone.goes(`#promise/${question}`);
        await phone.page.getByRole('textbox').first().fill('把渔排的污水接进市政管网');
        await phone.page.locator('.days button').nth(1).click();
        await phone.look('member, promise');
        await phone.press((t) => t.member.check);
        await phone.sees((t) => t.member.send);
        await phone.look('member, promise read back');
        await phone.press((t) => t.member.send);
        await phone.goes('#stage');
        if (at === 0) {
          const evidence = phone.page.getByRole('region', { name: '给大屏看的材料' });
          await evidence
            .getByLabel('加 PDF 的一页')
            .setInputFiles({ name: '台账.pdf', mimeType: 'application/pdf', buffer: pdf(3) });
          await expect(evidence).toContainText('第 1 页，共 3 页');
        }
        await phone.look('member, promised, evidence');
      };
      await Promise.all([look(), other.goes('#stage').then(() => other.look('member, another’s question'))]);
    }
    await square.see('examiner', 'promise', '#stage', (t) => t.promises.yes);
  });

  test('what is not usual: a handover that waits and is denied, a pass that moved, a tablet', async ({
    square,
    hub,
  }) => {
    const { director } = square;
    const { caller } = director;
    await square.comes({ name: 'plain', kind: 'examiner', size: SMALL });
    const link = passLink(hub.url, director.code, 'party-01');
    const [first] = square.phones;
    const others = await Promise.all([
      square.opens({ name: 'plain', kind: 'examiner', size: SMALL }),
      square.opens({ name: 'elder', kind: 'examiner', elder: true, size: SMALL }),
    ]);
    await Promise.all(
      others.map(async (phone) => {
        await phone.page.goto(link);
        await phone.look('enrol, used elsewhere');
      }),
    );
    for (const phone of others) {
      await phone.press((t) => t.enrol.enter);
      await phone.sees((t) => t.enrol.waitingHow);
      await phone.look('handover waits');
      await caller.must('pass.keep', { pass: 'party-01' });
      await phone.sees((t) => t.enrol.denied);
      await phone.look('handover denied');
    }
    await caller.must('pass.revoke', { pass: 'party-01', reason: '换一张' });
    await first?.sees((t) => t.enrol.revoked);
    await first?.look('pass revoked');
    const wrong = others[0];
    await wrong?.page.goto(`${hub.url}/p/${director.code}`);
    await wrong?.sees((t) => t.enrol.noSecretHow);
    await wrong?.look('link without its secret');

    const tablet = await square.opens({
      name: 'tablet',
      kind: 'examiner',
      size: { width: 1024, height: 768 },
    });
    await tablet.page.goto(await director.issues('kiosk-1', 'kiosk'));
    await tablet.press((t) => t.enrol.enter);
    await tablet.page.waitForURL(/\/k\/\d{6}/);
    await tablet.page.getByText('请扫您的入场凭证').waitFor();
    await tablet.look('tablet waits');
    await director.pass('e2', 'party-02');
    await director.brings('u1', 'waiting', 'scoring');
    await caller.must('kiosk.admit', { kiosk: 'kiosk-1', pass: 'party-02' });
    await tablet.page.getByRole('textbox').nth(3).waitFor();
    await tablet.look('tablet, ballot');
    await Promise.all([...others, tablet].map(({ page }) => page.context().close()));
  });
});
