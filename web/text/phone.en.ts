import type { Phone } from './phone.zh-CN.ts';
import * as enrol from './phone/en/enrol.ts';
import * as wait from './phone/en/wait.ts';
import * as stage from './phone/en/stage.ts';
import * as now from './phone/en/now.ts';
import * as ballot from './phone/en/ballot.ts';
import * as questions from './phone/en/questions.ts';
import * as records from './phone/en/records-open.ts';
import * as results from './phone/en/results.ts';
import * as network from './phone/en/network.ts';
import * as notices from './phone/en/notices.ts';
import * as help from './phone/en/help.ts';
import * as elder from './phone/en/elder.ts';

export const en: Phone = {
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
