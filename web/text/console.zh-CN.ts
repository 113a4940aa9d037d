/** Words of the console, one file a noun; every export of a file is a part of the catalogue. */
import * as problems from './console/zh-CN/problems.ts';
import * as parts from './console/zh-CN/parts.ts';
import * as account from './console/zh-CN/account.ts';
import * as meetings from './console/zh-CN/meetings.ts';
import * as people from './console/zh-CN/people.ts';
import * as room from './console/zh-CN/room.ts';
import * as keys from './console/zh-CN/keys.ts';
import * as lately from './console/zh-CN/lately.ts';
import * as pairing from './console/zh-CN/pairing.ts';
import * as screens from './console/zh-CN/screens.ts';
import * as stage from './console/zh-CN/stage.ts';
import * as draws from './console/zh-CN/draws.ts';
import * as progress from './console/zh-CN/progress.ts';
import * as help from './console/zh-CN/help.ts';
import * as questions from './console/zh-CN/questions.ts';
import * as promises from './console/zh-CN/promises.ts';
import * as pictures from './console/zh-CN/pictures.ts';
import * as standings from './console/zh-CN/standings.ts';
import * as count from './console/zh-CN/count.ts';
import * as copies from './console/zh-CN/copies.ts';
import * as appeal from './console/zh-CN/appeal.ts';
import { journal } from './console/zh-CN/journal.ts';
import * as ballots from './console/zh-CN/ballots.ts';
import * as crowdPaper from './console/zh-CN/crowd-paper.ts';
import * as paperKit from './console/zh-CN/paper-kit.ts';
import * as passes from './console/zh-CN/passes.ts';
import * as check from './console/zh-CN/check.ts';
import * as checkin from './console/zh-CN/checkin.ts';
import * as poster from './console/zh-CN/poster.ts';
import * as privacy from './console/zh-CN/privacy.ts';
import * as prepare from './console/zh-CN/prepare.ts';
import * as imports from './console/zh-CN/import.ts';
import * as sheet from './console/zh-CN/sheet.ts';
import * as tryOut from './console/zh-CN/try-out.ts';

export const zh = {
  brand: '大考场',
  ...problems,
  ...parts,
  ...account,
  ...meetings,
  ...people,
  ...room,
  ...keys,
  ...lately,
  ...pairing,
  ...screens,
  ...stage,
  ...draws,
  ...progress,
  ...help,
  ...questions,
  ...promises,
  ...pictures,
  ...standings,
  ...count,
  ...appeal,
  journal,
  ...copies,
  ...ballots,
  ...crowdPaper,
  ...paperKit,
  ...passes,
  ...prepare,
  ...privacy,
  ...imports,
  ...sheet,
  ...tryOut,
  ...check,
  ...checkin,
  ...poster,
};

export type ConsoleText = typeof zh;
