import type { Phone } from './phone.zh-CN.ts';
import { enrol, who } from './phone/en/enrol.ts';
import { wait } from './phone/en/wait.ts';
import { meeting, clock, stage } from './phone/en/stage.ts';
import { now } from './phone/en/now.ts';
import { ballot, readBack, sent, closing } from './phone/en/ballot.ts';
import { rate, ask, questions } from './phone/en/questions.ts';
import { records } from './phone/en/records-open.ts';
import { results } from './phone/en/results.ts';
import { network } from './phone/en/network.ts';
import { notice } from './phone/en/notices.ts';
import { help } from './phone/en/help.ts';
import { elder } from './phone/en/elder.ts';

export const en: Phone = {
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
