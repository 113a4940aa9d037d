/**
 * What an examiner's phone has to fetch before he can score, how long that takes on a bad cell, and what an idle
 * phone receives in a turn. The budget: 80 KB in all (gzip, which is all that a browser asks for over plain HTTP),
 * 4.5 s, 2 s for the second visit, 10 KB a turn.
 */
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { demoRoster } from '../../db/demo.ts';
import { Director } from '../support/director.ts';
import { HubProcess } from '../support/hub-process.ts';
import { median, table, type Bench } from './bench.ts';
import { launch } from './weight/phone.ts';
import { idleTurn } from './weight/turn.ts';
import { bodyOf, visits, type Visits } from './weight/visits.ts';

const PAGES = fileURLToPath(new URL('../../build/web', import.meta.url));
const BUDGET = { bytes: 80 * 1024, first: 4500, second: 2000, turn: 10 * 1024 };

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
    const sum = (how: 'wire' | 'gzip' | 'brotli', type?: string) =>
      files.filter((one) => type === undefined || one.type === type).reduce((all, one) => all + one[how], 0);
    const types = [...new Set(files.map((one) => one.type))];
    const row = (name: string, type?: string) => [
      name,
      sum('wire', type),
      sum('gzip', type),
      sum('brotli', type),
    ];
    say(
      table([
        ['first load', 'wire', 'gzip', 'brotli'],
        ...files.map((one) => [one.path, one.wire, one.gzip, one.brotli]),
        ...types.map((type) => row(type, type)),
        row(`all ${files.length} files`),
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
    return [
      sum('gzip') > BUDGET.bytes ? `first load ${sum('gzip')} > ${BUDGET.bytes} bytes` : '',
      both > BUDGET.first ? `first visit ${both} > ${BUDGET.first} ms` : '',
      second > BUDGET.second ? `second visit ${second} > ${BUDGET.second} ms` : '',
      traffic > BUDGET.turn ? `idle turn ${traffic} > ${BUDGET.turn} bytes` : '',
    ].filter(Boolean);
  } finally {
    await browser.close();
    await hub.stop();
  }
};
