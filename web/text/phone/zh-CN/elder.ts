export const elder = { name: '大字', how: '字更大，一页一件事，可以朗读' };
