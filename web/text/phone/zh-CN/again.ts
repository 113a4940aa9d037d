/** What a phone says after a restore that lost its pass. */
export const again = {
  scan: '考场刚从副本恢复，这部手机的登记没有恢复。请再扫一次您的入场凭证，或找工作人员。',
};
