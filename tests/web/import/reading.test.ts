/** Issue 3, 2: files as people really send them, read as a person sees them. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../../web/lib/console/roster/import/failure.ts';
import { read, type Answer, type Reader } from '../../../web/lib/console/roster/import/reading.ts';
import { bytesOf, inline, rawWorkbook, refusal, sheet, sheetXml, tables, workbook } from './support.ts';

const CSV = '姓名,类别\r\n卓家玲,党员代表\r\n';
const ROWS = [
  ['姓名', '类别'],
  ['卓家玲', '党员代表'],
];
const rowsOf = async (file: Uint8Array | string) => (await tables(file))[0]?.rows;

/** 姓名,类别 CRLF 卓家玲,党员代表 CRLF in GB18030, byte by byte. */
const GB18030 = Buffer.from('d0d5c3fb2cc0e0b1f00d0ad7bfbcd2c1e12cb5b3d4b1b4fab1ed0d0a', 'hex');
/** 余𬭎 in GB18030: the second character takes four bytes there. */
const RARE_GB18030 = Buffer.from('d0d5c3fb0d0ad3e09836bb360d0a', 'hex');

describe('text in any encoding', () => {
  test.each([
    ['UTF-8', bytesOf(CSV)],
    ['UTF-8 with a mark', bytesOf(CSV, [0xef, 0xbb, 0xbf])],
    ['GB18030', new Uint8Array(GB18030)],
    ['UTF-16 little-endian with a mark', new Uint8Array([0xff, 0xfe, ...Buffer.from(CSV, 'utf16le')])],
    ['UTF-16 little-endian without a mark', new Uint8Array(Buffer.from(CSV, 'utf16le'))],
    ['UTF-16 big-endian with a mark', new Uint8Array([0xfe, 0xff, ...Buffer.from(CSV, 'utf16le').swap16()])],
    ['UTF-16 big-endian without a mark', new Uint8Array(Buffer.from(CSV, 'utf16le').swap16())],
  ])('%s', async (_name, bytes) => {
    expect(await rowsOf(bytes)).toEqual(ROWS);
  });

  test('a rare character survives each of them', async () => {
    const name = new TextDecoder('gb18030').decode(RARE_GB18030).trim().split(/\s+/)[1];
    expect(await rowsOf(new Uint8Array(RARE_GB18030))).toEqual([['姓名'], [name]]);
    expect([...(name ?? '')]).toHaveLength(2);
    expect(await rowsOf(bytesOf('姓名\n余𬭎'))).toEqual([['姓名'], ['余𬭎']]);
    expect(await rowsOf(new Uint8Array(Buffer.from('姓名\n余𬭎\n', 'utf16le')))).toEqual([
      ['姓名'],
      ['余𬭎'],
    ]);
  });

  test('what is no text in any of them is refused', async () => {
    expect((await refusal(new Uint8Array([0xff, 0xfe, 0x41]))).code).toBe('unknown-text');
    expect((await refusal(new Uint8Array([0x81, 0x20, 0xff, 0xff]))).code).toBe('unknown-text');
  });
});

describe('separators and quotes', () => {
  test.each([
    ['comma', '姓名,类别\n卓家玲,党员代表'],
    ['tab', '姓名\t类别\n卓家玲\t党员代表'],
    ['semicolon', '姓名;类别\n卓家玲;党员代表'],
    ['Chinese comma', '姓名，类别\n卓家玲，党员代表'],
    ['line ends of old Macs', '姓名,类别\r卓家玲,党员代表\r'],
  ])('%s', async (_name, text) => {
    expect(await rowsOf(text)).toEqual(ROWS);
  });

  test('a separator, a quote and a line break inside quotes belong to the cell', async () => {
    expect(await rowsOf('a\t"x\ty ""z""\nw"\n1\t2"3')).toEqual([
      ['a', 'x\ty "z"\nw'],
      ['1', '2"3'],
    ]);
  });

  test('a quote that never closes is named by its line', async () => {
    const failure = await refusal('姓名,类别\n"卓家玲",党员代表\n"郭萍,党员代表\n何军,党员代表\n');
    expect([failure.code, failure.detail.row]).toEqual(['open-quote', 3]);
  });
});

describe('workbooks', () => {
  test('cells are read as a person sees them', async () => {
    const file = await workbook(
      sheet('名单', [['0012', 12, 12.0, 0.1 + 0.2, 13800138000, true, new Date('2026-11-21'), null]], {
        cells: new Map([
          ['1,0', { value: 7, type: 'number', style: { numFmt: '0000' } }],
          ['1,1', { value: '甲乙', type: 'formula', formula: 'A1&"x"', formulaResult: '甲乙' }],
          ['1,2', { value: '#REF!', type: 'error' }],
        ]),
      }),
    );
    expect(await rowsOf(file)).toEqual([
      ['0012', '12', '12', '0.3', '13800138000', 'TRUE', '2026-11-21'],
      ['0007', '甲乙', '#REF!', '', '', '', ''],
    ]);
  });

  test('a cell merged down a column stands in every row; one merged across is a title and stays alone', async () => {
    const file = await workbook(
      sheet(
        '名单',
        [
          ['班子成员名单', null, null],
          ['单位', '姓名', '职务'],
          ['葵湾社区党委', '岑晓辉', '书记'],
          [null, '马松', '副书记'],
        ],
        {
          merges: [
            { startRow: 0, endRow: 0, startCol: 0, endCol: 2 },
            { startRow: 2, endRow: 3, startCol: 0, endCol: 0 },
          ],
        },
      ),
    );
    const [table] = await tables(file);
    expect(table?.rows[0]).toEqual(['班子成员名单', '', '']);
    expect(table?.rows[3]).toEqual(['葵湾社区党委', '马松', '副书记']);
  });

  test('sheets keep their names; hidden and empty ones are left out', async () => {
    const file = await workbook(
      sheet('说明', [['请填第二张']]),
      sheet('名单', [['姓名']]),
      sheet('空', []),
      sheet('旧', [['姓名']], { hidden: true }),
    );
    expect((await tables(file)).map(({ name }) => name)).toEqual(['说明', '名单']);
  });

  test('rich text is one text, and its phonetic guide is not read into it', async () => {
    const rich =
      '<c r="A1" t="inlineStr"><is><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></is></c>';
    expect(await rowsOf(rawWorkbook(sheetXml(`<row r="1">${rich}</row>`)))).toEqual([['张三']]);
  });

  test('styled emptiness down to the last row is no list of a million rows', async () => {
    const far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>';
    const file = rawWorkbook(sheetXml(`<row r="1">${inline('A1', '姓名')}</row>${far}`));
    expect(await rowsOf(file)).toEqual([['姓名']]);
  });
});

/** A worker that answers when it is told to. */
class SlowReader implements Reader {
  onmessage: Reader['onmessage'] = null;
  onerror: Reader['onerror'] = null;
  ended = false;
  postMessage(): void {}
  terminate(): void {
    this.ended = true;
  }
  answers(data: Answer): void {
    this.onmessage?.({ data });
  }
}

describe('reading beside the page', () => {
  afterEach(() => void vi.useRealTimers());
  const source = { name: '名单.csv', text: CSV };

  test('what takes longer than the limit is ended and said so', async () => {
    vi.useFakeTimers();
    const reader = new SlowReader();
    const reading = read(source, () => reader).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(LIMITS.time);
    expect(await reading).toMatchObject({ name: 'ImportFailure', code: 'too-slow' });
    expect(reader.ended).toBe(true);
  });

  test('a reader that breaks down is ended, too', async () => {
    const reader = new SlowReader();
    const reading = read(source, () => reader).catch((error: unknown) => error);
    reader.onerror?.({});
    expect(await reading).toMatchObject({ code: 'broken' });
    expect(reader.ended).toBe(true);
  });

  test('answers and refusals come through', async () => {
    const readers = [new SlowReader(), new SlowReader()] as const;
    const good = read(source, () => readers[0]);
    readers[0].answers({ ok: true, tables: [] });
    expect(await good).toEqual([]);
    const bad = read(source, () => readers[1]).catch((error: unknown) => error);
    readers[1].answers({ ok: false, code: 'open-quote', detail: { row: 3 } });
    expect(await bad).toMatchObject({ code: 'open-quote', detail: { row: 3 } });
  });
});
