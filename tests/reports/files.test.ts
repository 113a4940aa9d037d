import { describe, expect, it } from 'vitest';
import { EXPORT_FILES, fileNameOf } from '../../reports/files.ts';

describe('names of files', () => {
  it('tell the meeting, what is in them, and that it was a rehearsal', () => {
    const rehearsal = { code: '246810', mode: 'rehearsal' } as const;
    expect(fileNameOf('ranking.xlsx', rehearsal, 'zh-CN')).toBe('246810-演练-排名.xlsx');
    expect(fileNameOf('ranking.xlsx', { ...rehearsal, mode: 'official' }, 'zh-CN')).toBe('246810-排名.xlsx');
    expect(fileNameOf('questions.xlsx', rehearsal, 'en')).toBe('246810-rehearsal-questions.xlsx');
  });

  it.each(['zh-CN', 'en'] as const)('are all different in %s', (language) => {
    const names = EXPORT_FILES.map((file) => fileNameOf(file, { code: '1', mode: 'official' }, language));
    expect(new Set(names).size).toBe(EXPORT_FILES.length);
    for (const name of names) expect(name).not.toContain(' ');
  });
});
