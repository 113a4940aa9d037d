export const draws = {
  label: '抽签',
  how: '先公布承诺（密封随机数的指纹），再请现场一位群众报一个数，最后公开随机数，人人可以复算。',
  promise: {
    order: '公布承诺，抽上场顺序',
    questioner: '公布承诺，抽提问考官',
    question: '公布承诺，抽下一个问题',
  },
  purposes: { order: '上场顺序', questioner: '提问考官', question: '下一个问题' },
  none: '还没有抽过签。',
  of: (names: string[]) =>
    `参加抽签 ${names.length} 个：${names.slice(0, 8).join('、')}${names.length > 8 ? '……' : ''}`,
  promised: '承诺（SHA-256）已在大屏上公布：',
  number: '现场报的数（0 至 999999）',
  numberWrong: '请填 0 至 999999 的整数',
  draw: '抽签',
  abandon: '放弃这次抽签',
  abandonReason: '放弃的理由',
  abandonNow: '确认放弃',
  abandoned: '已放弃',
  drawnWith: (number: number) => `现场报数 ${number}`,
  passOver: '不在场，换下一位',
  passedOver: (names: string[]) => `不在场：${names.join('、')}`,
  proofTitle: '抽签凭据',
  proofText: '凭据全文',
  proofHow: '复制这段文字，任何人都能按公开的算法重算。',
  proof: (id: string, number: number | null, secret: string, commitment: string, items: string[]) =>
    `抽签编号 ${id}\n现场报数 ${number ?? '（未报）'}\n随机数 ${secret}\n承诺 SHA-256 ${commitment}\n名单次序 ${items.join('、')}`,
};
