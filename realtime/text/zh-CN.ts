/** What the hub says in the terminal. */
import type { BreakReason } from '../../assessment/journal.ts';
import type { ConfigCode } from '../config.ts';
import type { DataFolderCode } from '../../db/errors.ts';
import type { PurgedFile } from '../../db/purge.ts';

type PurgeOutcome = PurgedFile['outcome'];

export const zhCN = {
  demoTitle: '开放式党建大考场（演示数据）',
  running: '大考场已启动',
  addresses: '地址',
  local: '本机',
  scan: '手机扫码打开（同一个 Wi-Fi）',
  setUp: '首次使用：在本机打开下面的一次性链接，设置主办账号',
  setUpOnce: '链接只能用一次；重新启动会换新的。',
  data: '数据文件夹',
  stopping: '正在停止：先把收到的都存盘……',
  stopped: '已停止',
  noPages: (path: string) => `找不到页面文件（${path}）。请用 npm start 启动，它会先构建。`,
  portInUse: (port: number) => `端口 ${port} 已被占用。换一个端口：PORT=3001 npm start`,
  portForbidden: (port: number) => `没有权限使用端口 ${port}。请换一个 1024 以上的端口：PORT=3000 npm start`,
  folderInUse: (path: string, pid: number | null) =>
    `数据文件夹 ${path} 正在被另一个大考场使用${pid === null ? '' : `（进程 ${pid}）`}。同一个文件夹只能由一个程序写入。`,
  folder: (code: DataFolderCode, path: string) =>
    ({
      'folder-unwritable': `数据文件夹不能写入：${path}`,
      'file-unusable': `数据文件打不开或已损坏：${path}`,
      'file-newer': `数据文件来自更新的版本：${path}`,
      'meeting-missing': `找不到考场文件：${path}`,
      'meeting-open': `考场文件已经打开：${path}`,
      'meeting-exists': `考场文件已经存在：${path}`,
      'not-a-meeting': `这不是考场文件，也不是备份：${path}。可用的副本请看：npm run restore -- --list`,
      'copy-damaged': `这份副本已损坏，没有恢复，什么都没有改动：${path}。请换一份：npm run restore -- --list`,
      'other-meeting': `这份副本是另一个考场的，这个数据文件夹里没有那个考场，什么都没有改动：${path}`,
    })[code],
  config: (variable: string, code: ConfigCode, value: string) =>
    `环境变量 ${variable} 的值不能用：${
      {
        'not-a-port': `“${value}”不是 0 到 65535 之间的端口号`,
        'not-a-url': `“${value}”不是以 http:// 或 https:// 开头的网址`,
        unreadable: `文件“${value}”读不到`,
        'both-or-neither': 'TLS_CERT 和 TLS_KEY 要么都设，要么都不设',
        'not-a-proxy': `“${value}”既不是层数（0 到 9），也不是地址列表`,
        'not-a-host': `“${value}”不是主机名或地址`,
        'not-seconds': `“${value}”不是 2 到 60 之间的秒数`,
        'not-minutes': `“${value}”不是 1 到 1440 之间的分钟数`,
        'not-days': `“${value}”不是 184 到 3650 之间的天数（日志依法至少保存六个月）`,
      }[code]
    }`,
  token: {
    usage: '用法：npm run token -- [--role owner|host|scrutineer|viewer] [--hours 1-168]',
    noHub: (path: string) => `${path} 里还没有数据：请先启动一次 npm start`,
    badRole: (role: string) => `没有“${role}”这种身份。可用：owner、host、scrutineer、viewer`,
    hours: (value: string) => `“${value}”不是 1 到 168 之间的小时数`,
  },
  verify: {
    usage:
      '用法：npm run verify -- [数据文件夹、备份文件夹或一个考场文件] [--bundle 计票包.json] [--head 条数:指纹]…',
    nothing: (path: string) => `${path} 里没有考场文件`,
    holds: (name: string, length: number) => `完好  ${name}：共 ${length} 条记录，链条完整，末条指纹`,
    broken: (name: string, n: number, why: BreakReason) =>
      `损坏  ${name}：第 ${n} 条记录${
        {
          gap: '缺失或编号不连续',
          hash: '的内容与指纹不符',
          previous: '接不上前一条',
          private: '的姓名或文字被改过',
          unreadable: '读不出来',
        }[why]
      }`,
    unreadable: (name: string, path: string) => `损坏  ${name}：文件打不开（${path}）`,
    purged: '姓名、文字和照片已按规定清除，链条不受影响',
    purgedOnce: (count: number) => `其中 ${count} 条的姓名和文字已按规定清除`,
    left: (count: number) => `有 ${count} 条记录的姓名或文字本应已清除，却还在`,
    deleted: (count: number) => `有 ${count} 条记录的姓名或文字被单独删掉了`,
    files: (count: number) => `有 ${count} 个照片或汇报材料被改过`,
    noBundle: (path: string) => `“${path}”不是计票包`,
    bundleFound: (length: number) => `计票包取自这份记录（第 ${length} 条）`,
    bundleMissing: (length: number) => `计票包不是取自这里的记录：没有这样的第 ${length} 条`,
    lockFound: (unit: string, length: number) => `${unit} 锁票时的指纹与第 ${length} 条记录一致`,
    lockMissing: (unit: string, length: number) => `${unit} 锁票时的指纹与这里的第 ${length} 条记录不符`,
    headUsage: '写法：--head 条数:指纹，例如 --head "1234:3f9a 0c5b …"，指纹至少抄前 8 位',
    headFound: (length: number, name: string) => `屏幕上的指纹与${name}的第 ${length} 条记录一致，链条完整`,
    headMissing: (length: number) => `这里没有一份完好的记录，第 ${length} 条是这个指纹`,
    sound: (count: number) => `${count} 个考场全部完好`,
    elsewhere: '这里的考场都完好，但所给的计票包或指纹不是出自它们，见上',
    unsound: '有考场不完好，见上',
  },
  backup: {
    made: (count: number) => `已备份 ${count} 个考场，逐条核对完好：`,
    damaged: '备份做好了，但里面有考场不完好。请用 npm run verify 查看原来的文件：',
    back: (path: string) => `要恢复时：npm run restore -- ${path}`,
    usage: '用法：npm run backup -- [存放备份的文件夹]　　　不写文件夹，就放在数据文件夹旁边的 backups 里',
    restoreUsage:
      '用法：npm run restore -- 备份文件夹 [数据文件夹]\n　　　npm run restore -- 副本.sqlite [数据文件夹]　只恢复一个考场\n　　　npm run restore -- --list [数据文件夹]　　　列出可以恢复的副本',
    meeting: (name: string, n: number) => `已恢复考场 ${name}，恢复到第 ${n} 条记录。其他考场没有改动。`,
    purgedAgain: (names: string) =>
      `个人信息以前已经清除，这次恢复没有把它们带回来：${names}。用来恢复的那份备份里还有，请一并清除：npm run purge -- 参与码 --backups 备份文件夹 --yes`,
    decksLost: (units: string) => `这些单位的汇报材料不在副本里，请重新上传：${units}`,
    start: '现在可以启动：npm start',
    copies: (name: string, count: number) =>
      count === 0 ? `${name}：还没有副本` : `${name}：${count} 份副本`,
    copy: (time: string, n: number, about: string, size: string) =>
      `  ${time}  第 ${n} 条  ${about === 'closed' ? '考场结束' : `锁票 ${about}`}  ${size}`,
    asideCopy: (time: string, size: string) => `  ${time}  恢复前放在一边的文件  ${size}`,
    how: '恢复其中一份（先停止大考场）：',
    restored: (count: number) => `已恢复 ${count} 个考场：`,
    aside: (path: string) => `原来的数据没有删除，放在 ${path}`,
  },
  purge: {
    usage:
      '用法：npm run purge -- [数据文件夹] 参与码 [--backups 备份文件夹]… [--yes]　　　不加 --yes 只列出涉及的文件，什么都不改',
    noFolder: (path: string) => `找不到文件夹：${path}`,
    noMeeting: (code: string) => `没有参与码为“${code}”的考场`,
    notOver: (name: string) => `${name}还没有结束。请先在主办台结束或归档，再清除。`,
    appeal: (name: string) =>
      `${name}的公示期还没有结束，更正可能还要用到姓名和理由。请在公示期结束后再清除。`,
    would: (name: string) =>
      `将清除${name}中的姓名、单位、提问、承诺、理由等文字，照片和汇报材料，且无法找回。排名、分数、票数和每条记录的指纹都保留，仍可复算。涉及的文件：`,
    sayYes: '确认无误后，在命令末尾加上 --yes 再运行一次。压缩包、光盘和别处的副本要另行处理。',
    outcome: (outcome: PurgeOutcome, removed: number) =>
      ({ purged: `已清除 ${removed} 项`, 'nothing-left': '已无可清除', damaged: '没能清除' })[outcome],
    done: (name: string, files: number) =>
      `${name}的个人信息已清除，共处理 ${files} 个文件。可用 npm run verify 核对：链条完整。`,
    damaged: (count: number) =>
      `有 ${count} 个文件打不开或不能写入，里面的个人信息还在。修好后请再运行一次。`,
  },
  unforeseen: '出现了意外错误，程序停止。请把上面的信息告诉维护人员。',
};

export type Text = typeof zhCN;
