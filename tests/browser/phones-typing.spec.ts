/**
 * A stage change never throws away what is being typed (issue 4, 8): text, focus and caret stay wherever somebody writes,
 * while the host brings the unit on stage through its turn. And state can be seen in the colours that a person forces.
 */
import type { Locator, Page } from '@playwright/test';
import { expect } from './support/actors.ts';
import { SMALL, test, type Eyed } from './support/eyed.ts';

const QUESTION = '渔排污水排到哪里去了？';

/** Where somebody is writing, and what must still be there. */
class Pen {
  readonly where: string;
  readonly #page: Page;
  readonly #field: Locator;

  private constructor(where: string, page: Page, field: Locator) {
    this.where = where;
    this.#page = page;
    this.#field = field;
  }

  /** Types, and goes back two letters: the caret stands inside of what is written. */
  static async at(where: string, { page }: Eyed, field: Locator, words: string): Promise<Pen> {
    await field.click();
    await page.keyboard.type(words);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    return new Pen(where, page, field);
  }

  async still(words: string): Promise<void> {
    await expect(this.#field, this.where).toBeFocused();
    await expect(this.#field, this.where).toHaveValue(words);
    const caret = await this.#field.evaluate((field: HTMLInputElement) => field.selectionStart);
    expect(caret, `the caret of ${this.where}`).toBe(words.length - 2);
  }

  async goesOn(letter: string): Promise<void> {
    await this.#page.keyboard.type(letter);
  }
}

test.use({ trace: 'off' });

test.describe('who is typing is left alone @phones', () => {
  test('a question, a note, a ballot, a promise and the crowd’s question outlive every stage', async ({
    square,
  }) => {
    const { director } = square;
    const { caller } = director;
    await square.comes(
      { name: 'asks', kind: 'examiner', size: SMALL },
      { name: 'notes', kind: 'examiner', size: SMALL },
      { name: 'scores', kind: 'examiner', size: SMALL },
      { name: 'asks, elder', kind: 'examiner', elder: true, size: SMALL },
      { name: 'crowd', kind: 'crowd', size: SMALL },
      { name: 'member', kind: 'member', size: SMALL },
    );
    const [asking, noting, scoring, elder, crowd, member] = square.phones as [
      Eyed,
      Eyed,
      Eyed,
      Eyed,
      Eyed,
      Eyed,
    ];
    await director.brings('u1', 'waiting', 'reporting');
    const body = { unit: 'u1', text: QUESTION, portfolio: null, member: 'm2', oral: { pass: 'party-01' } };
    const { n } = await caller.must('question.ask', body);
    await director.brings('u1', 'reporting', 'questioning');
    await caller.must('question.stage', { question: `q${n}` });
    await asking.goes('#ask');
    await elder.goes('#ask');
    await crowd.goes('#ask');
    await scoring.goes('#ballot/u1');
    await caller.until(() => caller.slices.questions?.length === 1);
    await member.goes(`#promise/q${n}`);
    await noting.page.locator('summary').filter({ hasText: '我的笔记' }).click();
    const written = '一二三四';
    const area = ({ page }: Eyed) => page.locator('textarea').first();
    const pens = [
      await Pen.at('a question', asking, area(asking), written),
      await Pen.at('a note', noting, noting.page.locator('details textarea'), written),
      await Pen.at('a question in large letters', elder, area(elder), written),
      await Pen.at('the crowd’s question', crowd, area(crowd), written),
      await Pen.at('a promise', member, area(member), written),
    ];
    const points = await Pen.at('a ballot', scoring, scoring.page.getByRole('textbox').first(), '26.5');

    const stays = async (words: string) => {
      for (const pen of pens) await pen.still(words);
      await points.still('26.5');
    };
    await caller.must('question.answered', { question: `q${n}` });
    await noting.page.getByRole('region', { name: noting.words.rate.title }).waitFor();
    await stays(written);
    await director.brings('u1', 'questioning', 'scoring');
    await noting.sees((t) => t.clock.scoring);
    await stays(written);
    for (const pen of pens) await pen.goesOn('五');
    await director.brings('u1', 'scoring', 'closing');
    await noting.sees((t) => t.clock.closing);
    await stays('一二五三四');
    await director.brings('u1', 'closing', 'locked');
    await director.brings('u2', 'waiting', 'reporting');
    await noting.sees((t) => t.clock.reporting);
    for (const pen of pens) await pen.still('一二五三四');
  });

  test('what is chosen and the part of a line show in colours that a person forces; each page has a name', async ({
    square,
  }) => {
    const { director } = square;
    await square.comes({ name: 'plain', kind: 'examiner', size: SMALL }, { name: 'crowd', kind: 'crowd' });
    const [examiner, crowd] = square.phones as [Eyed, Eyed];
    await director.brings('u1', 'waiting', 'scoring');
    await expect(examiner.page).toHaveTitle(/葵湾社区党委 · .+/);
    await examiner.goes('#records');
    await expect(examiner.page).toHaveTitle(/我的记录 · .+/);
    await examiner.goes('#help');
    await expect(examiner.page).toHaveTitle(/请工作人员来 · .+/);
    await examiner.press((t) => t.helpPage.reasons.sight);
    await crowd.page.locator('.vote button').first().click();
    const seen = (page: Page, pressed: string) =>
      page.evaluate((pressed) => {
        const paint = (one: Element | null, of?: string) =>
          one === null ? '' : getComputedStyle(one, of).backgroundColor;
        return {
          chosen: paint(document.querySelector(pressed)),
          others: paint(document.querySelector(pressed.replace('true', 'false'))),
          line: paint(document.querySelector('.wenwu'), '::before'),
          page: paint(document.body),
        };
      }, pressed);
    for (const [phone, pressed] of [
      [examiner, '.reasons [aria-pressed=true]'],
      [crowd, '.vote [aria-pressed=true]'],
    ] as const) {
      await phone.page.emulateMedia({ forcedColors: 'active' });
      const { chosen, others, line, page } = await seen(phone.page, pressed);
      expect(chosen).not.toBe(others);
      expect(chosen).not.toBe(page);
      expect(line).not.toBe(page);
      await phone.page.emulateMedia({ forcedColors: 'none' });
    }
  });
});
