export const elder = { name: '大字', how: '字更大，按钮更大' };
