/** 长辈版 and 朗读. */
export const elder = {
  name: '大字',
  how: '字更大，一页一事，可朗读',
  aloud: '朗读',
  stop: '停止',
  mute: '这部手机读不出声音，请看字。',
  auto: '自动朗读',
  autoHow: '换一页就读出来',
  autoOn: '自动朗读已打开。',
  on: '已打开',
  off: '没打开',
};
