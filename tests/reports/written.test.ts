import { describe, expect, it } from 'vitest';
import { aboutOf } from '../../reports/about.ts';
import { askedOf } from '../../reports/asked.ts';
import { courseOf } from '../../reports/course.ts';
import { rankingCsv } from '../../reports/csv.ts';
import { questionsXlsx } from '../../reports/questions.ts';
import { reportDocx } from '../../reports/report.ts';
import { rankingXlsx } from '../../reports/spreadsheet.ts';
import { written, type WrittenFile } from '../../reports/written.ts';
import { readDocx } from '../support/docx.ts';
import { readXlsx } from '../support/xlsx.ts';
import { askedMeeting } from './asked-meeting.ts';
import { bundleIn } from './meetings.ts';

const scene = askedMeeting();
const { state } = scene;
const told = {
  bundle: bundleIn(scene),
  about: aboutOf(state),
  asked: askedOf(state),
  course: courseOf(state),
};
const inThread = (file: WrittenFile) => written({ file, told, language: 'zh-CN' });

describe('files that are written in a thread', () => {
  it('say what those say that are written here', async () => {
    const { bundle, about, asked } = told;
    const sheets = (file: Uint8Array) => readXlsx(file).sheets.map(({ cells }) => [...cells]);
    expect(sheets(await inThread('ranking.xlsx'))).toEqual(sheets(await rankingXlsx(bundle, about)));
    expect(sheets(await inThread('questions.xlsx'))).toEqual(
      sheets(await questionsXlsx(bundle, asked, about)),
    );
    expect(Buffer.from(await inThread('ranking.csv')).toString()).toBe(rankingCsv(bundle, about));
    expect(readDocx(await inThread('report.docx')).body).toBe(readDocx(await reportDocx(told)).body);
  });

  it('say so where they cannot be written', async () => {
    const broken = { ...told, bundle: { ...told.bundle, units: null as never } };
    await expect(written({ file: 'ranking.csv', told: broken, language: 'zh-CN' })).rejects.toThrow();
  });
});
