export const member = {
  you: '请您回答',
  next: '接下来请您回答',
  first: '转给别人，对方接手之前仍由您负责。',
};
