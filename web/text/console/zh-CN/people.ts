/** Those who organize: accounts, passwords, and the record of what was done. */

/** What is wrong with a password. */
export const weak = (problem: string, least: number): string => {
  if (problem === 'name') return '密码不能只是姓名加几个字，请换一个。';
  if (problem === 'common') return '这样的密码太容易猜到（常见词、重复或连续的字符、纯数字），请换一个。';
  if (problem === 'same') return '新密码和原来的一样，请换一个。';
  return `密码太短，至少 ${least} 个字。`;
};

export const people = {
  home: '考场',
  link: '组织人员',
  mine: '我的账号',
  title: '组织人员',
  ownTitle: '我的账号',
  ownerOnly: '添加人员、改角色由负责人办理。',
  name: '姓名',
  role: '角色',
  means: {
    owner: '办理一切事项，管理组织人员',
    host: '准备考场，主持上场、提问和大屏',
    scrutineer: '看进度，确认计票和更正',
    viewer: '只看不改',
  },
  lastSignIn: '上次登录',
  never: '还没有登录过',
  state: '状态',
  fine: '正常',
  locked: (until: string) => `已锁定到 ${until}`,
  due: '等本人设置密码',
  you: '本人',
  change: '修改',
  changeOf: (name: string) => `修改：${name}`,
  close: '收起',
  saveRole: '保存角色',
  newRole: '改为',
  newName: '新的姓名',
  saveName: '保存姓名',
  renameWhat: '改了以后用新的姓名登录。已经做过的记录里仍是原来的姓名。',
  renamed: (before: string, after: string) => `${before} 已改名为 ${after}。`,
  roleOwn: '您改的是自己的角色，改完立即生效，以后要请另一位负责人才能改回来。',
  unlock: '解锁',
  unlockWhat: '连续输错 5 次密码，锁定 15 分钟。确认是本人，可以现在解锁。',
  reset: '重设密码',
  resetWhat: '由您定一个临时密码，当面告诉本人；他下次登录要先换成自己的。现有的登录立即失效。',
  temporary: '临时密码',
  remove: '删除',
  removeOf: (name: string) => `删除 ${name}`,
  removeWhat: '删除后不能再登录，打开着的页面立即退出。他做过的记录仍然保留。',
  removeNow: (name: string) => `确认删除 ${name}`,
  lastOwner: '这是最后一位负责人：先添加另一位，才能改角色或删除。',
  addTitle: '添加人员',
  addWhat: '您先定一个临时密码，当面告诉本人；第一次登录要先换成自己的密码。',
  add: '添加',
  added: (name: string) => `已添加 ${name}。请把临时密码当面告诉本人。`,
  resetDone: (name: string) => `${name} 的密码已重设。请当面告诉本人。`,
  nameMissing: '请填写姓名',
  show: '显示',
  hide: '隐藏',
  rule: (least: number) =>
    `至少 ${least} 个字，可以是一句好记的话；不能只是姓名加几个字，也不能是常见的、重复的或纯数字的。`,
  ownPassword: '修改我的密码',
  oldPassword: '原来的密码',
  givenPassword: '负责人告诉您的密码',
  newPassword: '新密码',
  again: '再输入一遍新密码',
  differ: '两遍输入的密码不一样',
  oldMissing: '请输入原来的密码',
  givenMissing: '请输入负责人告诉您的密码',
  oldWrong: '原来的密码不对。',
  savePassword: '保存新密码',
  passwordSaved: '密码已改。其他地方的登录都已退出。',
  dueTitle: '请先设置自己的密码',
  dueWhat: (name: string) => `${name}，您现在用的是别人定的密码。换成只有您自己知道的，才能开始。`,
};

export const audit = {
  link: '操作记录',
  title: '登录与操作记录',
  what: '谁在什么时候登录、被拒绝，改了哪些账号和考场。只增不改，不能删除。',
  none: '没有符合的记录。',
  time: '时间',
  who: '谁',
  did: '做了什么',
  from: '从哪里',
  group: '看哪些',
  groups: {
    all: '全部',
    'sign-ins': '登录和退出',
    refusals: '被拒绝',
    accounts: '账号',
    meetings: '考场',
  },
  name: '姓名或考场',
  find: '查找',
  older: '更早的记录',
  nobody: '未登录',
  unknown: '（没有这个姓名）',
  here: '本机',
  /** A line in words; names are of then. */
  line: (what: string, about: string, detail: string, role: (role: string) => string): string => {
    const [before = '', after = ''] = detail.split(' ');
    const words: Record<string, string> = {
      'set-up': '设置为第一位负责人',
      'signed-in': '登录',
      'signed-out': '退出登录',
      'sign-in-refused':
        detail === 'unknown'
          ? '登录被拒绝：没有这个姓名'
          : detail === 'locked'
            ? `以“${about}”登录被拒绝：已锁定`
            : `以“${about}”登录被拒绝：密码不对`,
      'locked-out': `“${about}”连续输错 5 次密码，锁定 ${detail} 分钟`,
      'organizer-added': `添加“${about}”，角色为${role(detail)}`,
      'organizer-removed': `删除“${about}”（${role(detail)}）`,
      'organizer-renamed': `把“${detail}”改名为“${about}”`,
      'role-changed': `把“${about}”由${role(before)}改为${role(after)}`,
      'password-reset': `重设“${about}”的密码`,
      'password-changed': '修改了自己的密码',
      unlocked: `解锁“${about}”`,
      'meeting-created': `新建考场“${about}”`,
      'meeting-copied': `由考场 ${detail} 复制出“${about}”`,
      'meeting-archived': `归档“${about}”`,
      'meeting-restored': `恢复“${about}”`,
      'meeting-removed': `永久删除“${about}”`,
      'meeting-purged':
        `清除“${about}”的个人信息` +
        (detail.startsWith('time') ? '（保留期满）' : detail === 'command' ? '（用命令）' : '') +
        (/\d/.test(detail) ? `，有 ${/\d+/.exec(detail)?.[0]} 个文件没能清除` : ''),
      'logs-removed': `删除 ${detail} 条到期的操作记录`,
      'went-official': `把“${about}”转为正式`,
    };
    return words[what] ?? what;
  },
};

export const scrutineers = {
  title: '监票人',
  hint: '锁票以后由监票人确认计票，才能公布；更正也要监票人确认。',
  pick: '从角色为“监票人”的组织人员里选。',
  none: '还没有角色为“监票人”的组织人员。',
  toPeople: '去添加组织人员',
  chosen: (names: readonly string[]) =>
    names.length === 0 ? '没有选定监票人。' : `已选定：${names.join('、')}`,
  noneChosen: '没有选监票人：锁票后不用确认就能公布；更正由任何一位监票人确认。',
  nobodyConfirms: '一位监票人也没有：锁票以后的更正（包括迟到的票）没有人能确认。',
  notAScrutineer: (name: string, role: string) => `${name} 现在的角色是${role}，不能确认计票，请改选。`,
  gone: (name: string) => `${name} 已不在组织人员里，不能确认计票，请改选。`,
  official: '正式考场的监票人已经定下。要换人须写明理由，换人会写进导出的排名表（“扣分与更正”）。',
  reason: '换人的理由',
  reasonMissing: '请写明换人的理由',
  ownerOnly: '监票人由负责人选定。',
};
