/**
 * Words of every phone's first load, one file a noun in `phone/`; every export of a file is a part of the catalogue.
 * Words of what is loaded later (`member`, `crowd`, `kiosk`, …) do not stand here: the folder has a `text.ts` of its
 * own (`lazily(zh.member, …)`) and a `part.ts` that exports `default` (the page) and `text`; whoever shows the
 * part through `Later.svelte` gets it with its words in the language of the page.
 */
import * as enrol from './phone/zh-CN/enrol.ts';
import * as wait from './phone/zh-CN/wait.ts';
import * as stage from './phone/zh-CN/stage.ts';
import * as now from './phone/zh-CN/now.ts';
import * as ballot from './phone/zh-CN/ballot.ts';
import * as questions from './phone/zh-CN/questions.ts';
import * as records from './phone/zh-CN/records-open.ts';
import * as results from './phone/zh-CN/results.ts';
import * as network from './phone/zh-CN/network.ts';
import * as notices from './phone/zh-CN/notices.ts';
import * as help from './phone/zh-CN/help.ts';
import * as elder from './phone/zh-CN/elder.ts';

export const zh = {
  ...enrol,
  ...wait,
  ...stage,
  ...now,
  ...ballot,
  ...questions,
  ...records,
  ...results,
  ...network,
  ...notices,
  ...elder,
  ...help,
};

export type Phone = typeof zh;
