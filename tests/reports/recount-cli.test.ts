import { spawnSync } from 'node:child_process';
import { ftruncateSync, mkdtempSync, openSync, closeSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { bundleIn, playedMeeting } from './meetings.ts';

const folder = mkdtempSync(join(tmpdir(), 'dkc-recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function recounted(...args: string[]): { code: number | null; text: string } {
  const env = { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' };
  const done = spawnSync(process.execPath, ['reports/cli/recount.ts', ...args], { encoding: 'utf8', env });
  return { code: done.status, text: done.stdout + done.stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const bundle = bundleIn(playedMeeting());
const changed = (change: (copy: Bundle) => void): string => {
  const copy = JSON.parse(JSON.stringify(bundle)) as Bundle;
  change(copy);
  return JSON.stringify(copy);
};

describe('npm run recount', () => {
  it('X1 ends with 0 where the count is true', () => {
    expect(recounted(file('true.json', JSON.stringify(bundle)))).toMatchObject({ code: 0 });
    expect(recounted('tests/examples/recount-total.json')).toMatchObject({ code: 0 });
    expect(recounted(file('bom.json', `\uFEFF${JSON.stringify(bundle)}`))).toMatchObject({ code: 0 });
  });

  it('J4 lists what the screen showed at each lock', () => {
    const locks = [{ unit: 'A', length: 1, head: 'ab'.repeat(32) }];
    const path = file(
      'locks.json',
      changed(({ journal }) => Object.assign(journal, { locks })),
    );
    expect(recounted(path)).toMatchObject({
      code: 0,
      text: expect.stringContaining(`A社区党委：第 1 条，${Array(16).fill('abab').join(' ')}`) as string,
    });
  });

  it('X2 ends with 1 and names each difference in words', () => {
    const path = file(
      'forged.json',
      changed(({ results, attendance, draws }) => {
        (results[3] as { score: string }).score = '99.00';
        (attendance[0] as { returned: number }).returned = 99;
        (draws[1] as { drawn: string[] }).drawn.reverse();
      }),
    );
    const { code, text } = recounted(path);
    expect(code).toBe(1);
    expect(text).toContain('D社区党委的得分：公布为 99.00，复算为 102.00');
    expect(text).toContain('A社区党委的收回票数：公布为 99，复算为 13');
    expect(text).toMatch(/抽签 order-\d+ 的第 1 位：/);
    expect(recounted('--lang', 'en', path).text).toContain('score of D社区党委: published 99.00');
  });

  it('X2 names a changed ballot by its consequences', () => {
    const path = file(
      'ballot.json',
      changed(({ ballots }) => {
        const one = ballots.find(
          ({ unit, status, category }) => unit === 'F' && status === 'counted' && category === 'people',
        );
        (one as { scores: Record<string, string> }).scores.report = '30';
      }),
    );
    expect(recounted(path)).toMatchObject({
      code: 1,
      text: expect.stringContaining('F社区党委的得分') as string,
    });
  });

  it.each([
    ['nothing.json', '', '文件是空的'],
    ['text.json', 'hello', '不是 JSON'],
    ['null.json', 'null', '不是计票包'],
    ['array.json', '[]', '不是计票包'],
    ['ranking.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), '这是表格、文档或压缩包'],
    ['half.json', JSON.stringify(bundle).slice(0, -20), '没有下载完'],
    ['newer.json', changed((copy) => Object.assign(copy, { version: 2 })), '更新的版本'],
    ['deep.json', '['.repeat(200_000) + ']'.repeat(200_000), 'deep.json'],
    ['binary.json', Uint8Array.from([0xff, 0xfe, 0x00, 0x1b]), '不是文字'],
    [
      'sheet.json',
      changed(({ scoring }) => (scoring.trim = { of: 'total', drop: 3, from: 2 })),
      '去掉最高最低',
    ],
    [
      'unit.json',
      changed(({ ballots }) => ((ballots[0] as { unit: string }).unit = 'Z')),
      ' · 参评单位：没有这家参评单位 [ballots.0.unit]',
    ],
    ['proto.json', '{"__proto__": {"format": "dakaochang/bundle"}}', '不是计票包'],
  ])('ends with 2 and a clear word for %s', (name, content, words) => {
    const { code, text } = recounted(file(name, content));
    expect(code).toBe(2);
    expect(text).toContain(words);
    expect(text).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  it('ends with 2 for no file, a missing one, a folder and one that is too large', () => {
    expect(recounted()).toMatchObject({ code: 2, text: expect.stringContaining('用法') as string });
    expect(recounted(join(folder, 'missing'))).toMatchObject({
      code: 2,
      text: expect.stringContaining('没有这个文件') as string,
    });
    expect(recounted(folder)).toMatchObject({ code: 2, text: expect.stringContaining('文件夹') as string });
    const large = join(folder, 'large.json');
    const handle = openSync(large, 'w');
    ftruncateSync(handle, 300 * 1024 * 1024);
    closeSync(handle);
    expect(recounted(large)).toMatchObject({
      code: 2,
      text: expect.stringContaining('超过 256 MB') as string,
    });
  });

  it('does not let a file write to the terminal', () => {
    const path = file(
      'escape.json',
      changed(({ units, results }) => {
        (units[3] as { name: string }).name = '\u001b[31mred\u202e';
        (results[3] as { score: string }).score = '99.00';
      }),
    );
    const { text } = recounted(path);
    for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign);
  });
});
