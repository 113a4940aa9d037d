export const network = {
  /** The line is gone and everything is safe. */
  away: '没有网络，会自动再连。您写的都存在这部手机里。',
  /** The line is gone and what is written is only on this page. */
  awayMemory: '没有网络，会自动再连。您写的都在这一页上，请不要关掉它。',
  /** This browser keeps nothing at all. */
  forgetful: '这部手机不让网页存东西。请不要关掉或刷新这一页；万一关了，请再扫一次入场凭证。',
  /** The same of a ballot that waits in memory. */
  heldTitle: (online: boolean): string =>
    online ? '评分票记在这一页上，正在提交' : '评分票记在这一页上，等网络恢复',
  held: '已记在这一页上',
};
