/** 长辈版 · A question, one field a screen. */
export const steps = {
  nth: (place: number, of: number): string => `第 ${place} 步，共 ${of} 步`,
  what: '您想问什么？',
  whom: '请谁回答？',
  check: '请核对问题',
  unit: '问哪一家',
  to: (unit: string): string => `您问${unit}：`,
  by: (name: string): string => `由${name}回答`,
  spoken: (unit: string, words: string, answers: string | null): string =>
    `请核对。您问${unit}：${words}。${answers === null ? '' : `由${answers}回答。`}没有错，请按“提交问题”。`,
  empty: '请先写下您的问题',
  nobody: '现在没有可以提问的单位',
  aloud: '举手提问',
  lower: '放下手',
  back: '上一步',
  next: '下一步',
  submit: '提交问题',
};
