/**
 * Words of every phone's first load, one file a noun in `phone/`; every export of a file is a part of the catalogue.
 * Words of what is loaded later (`member`, `crowd`, `kiosk`, …) do not stand here: the folder has a `text.ts` of its
 * own (`lazily(zh.member, …)`) and a `part.ts` that exports `default` (the page) and `text`; whoever shows the
 * part through `Later.svelte` gets it with its words in the language of the page.
 */
import { enrol, who } from './phone/zh-CN/enrol.ts';
import { wait } from './phone/zh-CN/wait.ts';
import { meeting, clock, stage } from './phone/zh-CN/stage.ts';
import { now } from './phone/zh-CN/now.ts';
import { ballot, readBack, sent, closing } from './phone/zh-CN/ballot.ts';
import { rate, ask, questions } from './phone/zh-CN/questions.ts';
import { records } from './phone/zh-CN/records-open.ts';
import { results } from './phone/zh-CN/results.ts';
import { network } from './phone/zh-CN/network.ts';
import { notice } from './phone/zh-CN/notices.ts';
import { help } from './phone/zh-CN/help.ts';
import { elder } from './phone/zh-CN/elder.ts';

export const zh = {
  enrol,
  who,
  wait,
  meeting,
  clock,
  stage,
  now,
  ballot,
  readBack,
  sent,
  closing,
  rate,
  ask,
  questions,
  records,
  results,
  network,
  notice,
  elder,
  help,
};

export type Phone = typeof zh;
