/** What a rehearsal says in the terminal. */
const zhCN = {
  title: '演练（演示数据）',
  starting: '启动演练用的大考场……',
  code: (code: string, url: string) => `考场 ${code}（${url}）`,
  progress: (line: string) => `上场 ${line} 张票`,
  equal: (units: number, ballots: number, seconds: string) =>
    `一致：${units} 家单位，${ballots} 张票，用时 ${seconds} 秒`,
  restarts: (times: number) => `其间大考场重新启动 ${times} 次`,
  different: (count: number) => `不一致，共 ${count} 处：`,
  written: (folder: string) => `结果在 ${folder}`,
  option: (what: string) => `参数不能用：${what}`,
  failed: '演练中断：',
};

const en: typeof zhCN = {
  title: 'Rehearsal (demo data, 演示数据)',
  starting: 'Starting a hub for the rehearsal …',
  code: (code, url) => `Meeting ${code} (${url})`,
  progress: (line) => `Turn ${line} ballots`,
  equal: (units, ballots, seconds) => `Equal: ${units} units, ${ballots} ballots, ${seconds} s`,
  restarts: (times) => `The hub was started again ${times} times meanwhile`,
  different: (count) => `Different in ${count} places:`,
  written: (folder) => `Results are in ${folder}`,
  option: (what) => `Option cannot be used: ${what}`,
  failed: 'The rehearsal was broken off:',
};

export const text = /^en/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? en : zhCN;
