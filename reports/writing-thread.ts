/** The thread behind `written.ts`: writes one file and ends. It loads the library of that file alone. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Order, WrittenFile } from './written.ts';

type Write = (order: Order) => Promise<Uint8Array>;

const WRITERS: Record<WrittenFile, Write> = {
  'ranking.csv': async ({ told: { bundle, about }, language }) => {
    const { rankingCsv } = await import('./csv.ts');
    return Buffer.from(rankingCsv(bundle, about, language));
  },
  'ranking.xlsx': async ({ told: { bundle, about }, language }) => {
    const { rankingXlsx } = await import('./spreadsheet.ts');
    return rankingXlsx(bundle, about, language);
  },
  'questions.xlsx': async ({ told: { bundle, asked, about }, language }) => {
    const { questionsXlsx } = await import('./questions.ts');
    return questionsXlsx(bundle, asked, about, language);
  },
  'report.docx': async ({ told, language }) => {
    const { reportDocx } = await import('./report.ts');
    return reportDocx(told, language);
  },
};

const order = workerData as Order;
parentPort?.postMessage(await WRITERS[order.file](order));
