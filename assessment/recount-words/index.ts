/**
 * What is said of a recount, in both languages. It stands beside the rules because the page (`web/`) and the command
 * (`reports/`) must say the same, and neither may import from the other (docs/decisions/0019).
 */
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type { RecountWords } from './zh-CN.ts';
export { differencesTold, differenceLine, type Told } from './differences.ts';
export { fileProblem, problemLine, problemsTold } from './problems.ts';

export const RECOUNT_WORDS = { 'zh-CN': zhCN, en };
