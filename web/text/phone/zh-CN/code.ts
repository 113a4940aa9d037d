export const code = {
  title: '进入考场',
  label: '考场码',
  hint: '屏幕上的六位数字',
  go: '进入',
  short: '请输入六位数字',
  offline: '连不上服务器，请看看网络再试',
  scan: '有入场凭证的，请用手机扫凭证上的二维码',
  console: '主持人入口',
};
