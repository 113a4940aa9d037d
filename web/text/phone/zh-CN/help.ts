/** What every phone's first load says of help; the page itself is `help-page.ts`. */
export const help = {
  call: '求助',
  called: '已求助',
  told: '已告诉工作人员，请在座位上稍等',
  telling: '求助已保存在本机，正在告诉工作人员',
  takeBack: '不用了',
};
