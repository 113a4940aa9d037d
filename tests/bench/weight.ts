/**
 * What an examiner's phone has to fetch before he can score, how long that takes on a bad cell, and what an idle
 * phone receives in a turn. The budgets: 80 KB of HTML, JS and CSS until he can score, also without a network (gzip,
 * which is all that a browser asks for over plain HTTP), and 80 KB with all that is fetched ahead (brotli); 4.5 s until
 * it is usable, 2 s for the second visit, 10 KB a turn.
 */
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { demoRoster } from '../../db/demo.ts';
import { Director } from '../support/director.ts';
import { HubProcess } from '../support/hub-process.ts';
import { median, table, type Bench } from './bench.ts';
import { rounded } from './pairs.ts';
import { launch } from './weight/phone.ts';
import { idleTurn } from './weight/turn.ts';
import { bodyOf, visits, type Visits } from './weight/visits.ts';

const PAGES = fileURLToPath(new URL('../../build/web', import.meta.url));
/** What is fetched once he can score: the pages below the stage (`scripts/phone-chunks.ts`). */
const AHEAD = /\/(?:ahead|questions)-/;
const PAGE = ['Document', 'Script', 'Stylesheet'];
const BUDGET = { bytes: 80 * 1024, first: 4500, second: 2000, turn: 10 * 1024 };

const over = (what: string, figure: number, budget: number, unit: string): string =>
  figure > budget ? `${what}: ${figure} > ${budget} ${unit}` : '';

/** Each run is another examiner with another phone; nobody is recused from the unit on stage. */
async function firstVisits(browser: Browser, hub: HubProcess, runs: number): Promise<Visits[]> {
  const director = await Director.of(hub);
  try {
    const unit = director.caller.slices.agenda?.[0]?.unit ?? '';
    await director.brings(unit, 'waiting', 'scoring');
    const free = demoRoster().examiners.filter(
      (one) => one.category === 'party' && !one.recusals.includes(unit),
    );
    const all: Visits[] = [];
    for (let run = 0; run < runs; run += 1) {
      const person = free[run % free.length]?.id ?? '';
      all.push(
        await visits(browser, await director.pass(person, `party-${String(run + 1).padStart(2, '0')}`)),
      );
    }
    return all;
  } finally {
    director.caller.close();
  }
}

export const weight: Bench = async ({ runs, say }) => {
  const hub = await HubProcess.start();
  const browser = await launch();
  try {
    const all = await firstVisits(browser, hub, runs);
    const files = all[0]!.fetched.map(({ path, type, wire }) => ({
      path,
      type,
      wire,
      gzip: bodyOf(PAGES, path, 'gz'),
      brotli: bodyOf(PAGES, path, 'br'),
    }));
    type File = (typeof files)[number];
    const sum = (how: 'wire' | 'gzip' | 'brotli', counts: (one: File) => boolean) =>
      files.filter(counts).reduce((all, one) => all + one[how], 0);
    const types = [...new Set(files.map((one) => one.type))];
    const row = (name: string, counts: (one: File) => boolean) => [
      name,
      sum('wire', counts),
      sum('gzip', counts),
      sum('brotli', counts),
    ];
    const inAll = (one: File) => PAGE.includes(one.type);
    const toScore = (one: File) => inAll(one) && !AHEAD.test(one.path);
    say(
      table([
        ['first load', 'wire', 'gzip', 'brotli'],
        ...files.map((one) => [one.path, one.wire, one.gzip, one.brotli]),
        ...types.map((type) => row(type, (one) => one.type === type)),
        row('HTML, JS, CSS until he can score', toScore),
        row('HTML, JS, CSS in all, with what is fetched ahead', inAll),
      ]),
    );
    const figure = (of: (one: Visits) => number) => Math.round(median(all.map(of)));
    const [card, stage, both, second] = [
      figure((one) => one.card),
      figure((one) => one.stage),
      figure((one) => one.card + one.stage),
      figure((one) => one.second),
    ];
    say(
      table([
        ['median of ' + runs, 'ms'],
        ['link → card and its button', card],
        ['tap → stage, its button answers', stage],
        ['both', both],
        ['second visit → stage and its button', second],
      ]),
    );
    say(`second visit: ${all[0]!.secondFetched.reduce((all, one) => all + one.wire, 0)} bytes over HTTP`);
    say(`socket until the ballot was open: ${all[0]!.socket} bytes`);
    const turn = await idleTurn(browser, hub);
    say(
      table([
        ['a turn, idle examiner', 'bytes'],
        ...[...turn.by].sort((a, b) => b[1] - a[1]),
        ['in', turn.in],
        ['out', turn.out],
        ['messages', turn.frames],
      ]),
    );
    const traffic = turn.in + turn.out;
    const misses = [
      over('until he can score, gzip', sum('gzip', toScore), BUDGET.bytes, 'bytes'),
      over('first load in all, brotli', sum('brotli', inAll), BUDGET.bytes, 'bytes'),
      over('first visit', both, BUDGET.first, 'ms'),
      over('second visit', second, BUDGET.second, 'ms'),
      over('idle turn', traffic, BUDGET.turn, 'bytes'),
    ].filter(Boolean);
    const rows = (
      [
        ['link until he can score, ms', both, BUDGET.first],
        ['second visit, ms', second, BUDGET.second],
        ['HTML, JS, CSS until he can score, gzip bytes', sum('gzip', toScore), BUDGET.bytes],
        ['HTML, JS, CSS in all, brotli bytes', sum('brotli', inAll), BUDGET.bytes],
        ['idle turn, bytes', traffic, BUDGET.turn],
      ] as const
    ).map(([metric, product, budget]) => ({
      metric,
      product,
      baseline: budget,
      ratio: rounded(product / budget),
    }));
    return { rows, misses };
  } finally {
    await browser.close();
    await hub.stop();
  }
};
