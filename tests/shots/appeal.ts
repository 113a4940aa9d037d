/** B6 · A meeting from its setting through the appeal period to the final result, on the pages of an organizer. */
import type { Page } from '@playwright/test';
import { Caller } from '../support/caller.ts';
import { FullMeeting } from '../support/full-meeting.ts';
import { HubProcess } from '../support/hub-process.ts';
import { LAPTOP, LAPTOPS } from './sizes.ts';
import { atRest, organizer, type Provider, type Studio } from './studio.ts';

const PLAYED = ['u1', 'u2', 'u3', 'u4'];

class Pictures {
  readonly #studio: Studio;
  readonly #page: Page;
  readonly #url: string;

  constructor(studio: Studio, page: Page, url: string) {
    this.#studio = studio;
    this.#page = page;
    this.#url = url;
  }

  /** `press` names buttons in the order in which they are pressed. */
  async take(name: string, path: string, act?: (page: Page) => Promise<unknown>): Promise<void> {
    for (const lang of act ? ['zh-CN'] : ['zh-CN', 'en']) {
      const [way = '', part] = path.split('#');
      await this.#page.goto('about:blank');
      const query = `?lang=${lang}${part ? `#${part}` : ''}`;
      await this.#page.goto(`${this.#url}${way}${query}`, { waitUntil: 'networkidle' });
      await act?.(this.#page);
      for (const size of LAPTOPS) {
        const picture = `pages/appeal/${name} ${lang} ${size.width}x${size.height}`;
        if (!this.#studio.wants(picture)) continue;
        await this.#page.setViewportSize(size);
        await atRest(this.#page);
        await this.#studio.save(picture, this.#page);
      }
    }
  }
}

const presses = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

async function amends(full: FullMeeting, scrutineer: Caller): Promise<void> {
  const last = () => scrutineer.slices.count?.amendments.slice(-1)[0];
  const proposes = async (unit: string, pass: string, reason: string) => {
    await full.caller.must('amendment.propose', { unit, pass, kind: 'void', scores: null, reason });
    await scrutineer.until(() => last()?.pass === pass && last()?.unit === unit);
    return last()?.id ?? '';
  };
  await scrutineer.must('amendment.confirm', {
    amendment: await proposes('u2', 'party-01', '考官与参评单位有利害关系，经核实应当回避'),
  });
  const points = { deduction: 'd-1', unit: 'u3', points: 500, reason: '述职材料的数字与街道台账不符' };
  await full.caller.must('correction.propose', points);
  await scrutineer.until(() => scrutineer.slices.count?.corrections.length === 1);
  await scrutineer.must('correction.confirm', {
    correction: scrutineer.slices.count?.corrections[0]?.id ?? '',
  });
  await proposes('u1', 'party-02', '票面与本人所述不符');
  await full.caller.must('correction.propose', {
    ...points,
    deduction: 'd-2',
    points: 50,
    reason: '回答超时',
  });
}

/** A category of one: whoever has the whole count knows what he gave. */
async function oneOfTheMedia({ caller, examiners }: FullMeeting): Promise<void> {
  const { roster, people } = caller.slices;
  const gone = (roster?.examiners ?? []).filter(({ category }) => category === 'media').slice(1);
  for (const { id } of gone) {
    const pass = people?.passes.find(({ person }) => person === id)?.id ?? '';
    await caller.must('pass.revoke', { pass, reason: '没有来' });
    examiners.delete(pass);
  }
  const left = (roster?.examiners ?? []).filter((one) => !gone.includes(one));
  await caller.must('examiners.set', { examiners: left.map((one) => ({ ...one, name: one.name ?? '' })) });
}

export const appeal: Provider = {
  name: 'appeal',
  async take(studio) {
    const hub = await HubProcess.start();
    const page = await organizer(studio, hub, LAPTOP);
    try {
      const full = await FullMeeting.on(hub, { publication: 'full' });
      const scrutineer = await new Caller({
        url: hub.url,
        code: full.code,
        token: hub.token('scrutineer'),
      }).ready();
      await full.caller.must('meeting.scrutineers', {
        scrutineers: [{ id: 'token-scrutineer', name: '监票人甲' }],
      });
      const pictures = new Pictures(studio, page, `${hub.url}/console/${full.code}`);
      await full.opens();
      await full.come(50);
      await oneOfTheMedia(full);
      await pictures.take('01 setting', '/prepare#settings');
      for (const unit of PLAYED) {
        await full.brings(unit, 'waiting', 'scoring');
        const place = Number(unit.slice(1));
        await full.score(unit, 48, 0, 0.9 - place / 100);
        await full.brings(unit, 'scoring', 'locked');
        await scrutineer.must('turn.confirm', { unit });
        await full.caller.must('turn.publish', { unit });
      }
      await pictures.take('02 closing', '', presses(/^结束考场/));
      await full.caller.must('meeting.close', {});
      await pictures.take('03 provisional', '');
      await amends(full, scrutineer);
      await pictures.take('04 changes', '');
      await pictures.take('05 count', '/count');
      await scrutineer.until(() => scrutineer.slices.appeal?.waits?.unconfirmed.length === 2);
      for (const unit of ['u2', 'u3']) await scrutineer.must('turn.confirm', { unit });
      for (const one of scrutineer.slices.count?.amendments ?? [])
        if (one.state === 'pending') await scrutineer.must('amendment.withdraw', { amendment: one.id });
      await scrutineer.until(() => scrutineer.slices.count?.corrections.length === 2);
      await scrutineer.must('correction.withdraw', {
        correction: scrutineer.slices.count?.corrections[1]?.id ?? '',
      });
      await pictures.take('06 early', '', presses('提前定为最终结果'));
      await full.caller.must('result.finalise', { reason: '各参评单位都没有异议' });
      await pictures.take('07 final', '');
      await pictures.take('08 count final', '/count');
      scrutineer.close();
      full.close();
    } finally {
      await page.context().close();
      await hub.stop();
    }
  },
};
