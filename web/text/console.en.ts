import type { ConsoleText } from './console.zh-CN.ts';
import * as problems from './console/en/problems.ts';
import * as parts from './console/en/parts.ts';
import * as account from './console/en/account.ts';
import * as meetings from './console/en/meetings.ts';
import * as people from './console/en/people.ts';
import * as room from './console/en/room.ts';
import * as keys from './console/en/keys.ts';
import * as lately from './console/en/lately.ts';
import * as pairing from './console/en/pairing.ts';
import * as screens from './console/en/screens.ts';
import * as stage from './console/en/stage.ts';
import * as draws from './console/en/draws.ts';
import * as progress from './console/en/progress.ts';
import * as help from './console/en/help.ts';
import * as questions from './console/en/questions.ts';
import * as promises from './console/en/promises.ts';
import * as pictures from './console/en/pictures.ts';
import * as standings from './console/en/standings.ts';
import * as count from './console/en/count.ts';
import * as copies from './console/en/copies.ts';
import * as appeal from './console/en/appeal.ts';
import { journal } from './console/en/journal.ts';
import * as ballots from './console/en/ballots.ts';
import * as crowdPaper from './console/en/crowd-paper.ts';
import * as paperKit from './console/en/paper-kit.ts';
import * as passes from './console/en/passes.ts';
import * as check from './console/en/check.ts';
import * as checkin from './console/en/checkin.ts';
import * as poster from './console/en/poster.ts';
import * as privacy from './console/en/privacy.ts';
import * as prepare from './console/en/prepare.ts';
import * as imports from './console/en/import.ts';
import * as sheet from './console/en/sheet.ts';
import * as tryOut from './console/en/try-out.ts';

export const en: ConsoleText = {
  brand: 'The Great Exam',
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
