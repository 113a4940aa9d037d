import type { Security, WifiProblem } from '../../../lib/console/poster/wifi.ts';

export const poster = {
  title: '入场海报',
  back: '回到凭证',
  about: '贴在会场入口和座位区。扫码或输入参与码的人只有群众的权限，考官要用自己的凭证。',
  wifi: '会场 Wi-Fi',
  wifiKept: '只存在这个浏览器里，印在海报上；不填就不印。',
  ssid: 'Wi-Fi 名称',
  password: 'Wi-Fi 密码',
  security: '加密方式',
  securities: { WPA: 'WPA（一般都选它）', WEP: 'WEP（旧设备）', nopass: '没有密码' } satisfies Record<
    Security,
    string
  >,
  hidden: '隐藏的网络',
  problems: {
    'name-long': '名称最长 32 个字节，一个汉字算 3 个。',
    'password-short': 'WPA 密码至少 8 位。',
    'password-long': 'WPA 密码最长 63 位。',
    'password-wep': 'WEP 密码是 5、10、13 或 26 位。',
  } satisfies Record<WifiProblem, string>,
  notKept: '这个浏览器不保存：关掉页面以后要重新填。',
  print: '打印海报',
  paper: 'A4 竖版，不要页眉页脚。印 A3：纸张选 A3，缩放选“适合纸张”或 141 %。',
  preview: '海报预览',
  invite: '现场群众请扫码参与',
  code: '参与码',
  codeAlt: (code: string) => `参与码 ${code} 的二维码`,
  wifiAlt: (name: string) => `连 Wi-Fi ${name} 的二维码`,
  how: ['微信扫一扫，不用下载，不用注册', '看述职，提问题，为好问题附议', '评分时选满意、基本满意或不满意'],
  typed: '扫不了码，用浏览器打开',
  joinFirst: '先连会场 Wi-Fi',
  network: '名称',
  secret: '密码',
  noSecret: '没有密码',
  wechat: '用手机相机扫这个码连网，微信扫它不能连。连上以后，再用微信扫上面的大码。',
};
