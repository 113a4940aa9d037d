type Zh = typeof import('../zh-CN/draws.ts');

export const draws: Zh['draws'] = {
  label: 'Draws',
  how: 'First the promise (the print of a sealed random number) is shown, then somebody on site says a number, then the random number is published and anybody can repeat the draw.',
  promise: {
    order: 'Promise a draw of the order',
    questioner: 'Promise a draw of the questioner',
    question: 'Promise a draw of the question',
  },
  purposes: { order: 'Order of units', questioner: 'Questioner', question: 'Next question' },
  none: 'Nothing was drawn yet.',
  of: (names) => `Among ${names.length}: ${names.slice(0, 8).join(', ')}${names.length > 8 ? '…' : ''}`,
  promised: 'The promise (SHA-256) stands on the screen:',
  number: 'Number said on site (0 to 999999)',
  numberWrong: 'A whole number from 0 to 999999, please',
  draw: 'Draw',
  abandon: 'Abandon this draw',
  abandonReason: 'Reason for abandoning',
  abandonNow: 'Confirm abandoning',
  abandoned: 'abandoned',
  drawnWith: (number) => `number said ${number}`,
  passOver: 'Away: the next one',
  passedOver: (names) => `Away: ${names.join(', ')}`,
  proofTitle: 'Proof of the draw',
  proofText: 'The whole proof',
  proofHow: 'With this text anybody can repeat the published algorithm.',
  proof: (id, number, secret, commitment, items) =>
    `draw ${id}\nnumber ${number ?? '(none)'}\nsecret ${secret}\npromise SHA-256 ${commitment}\nlist ${items.join(', ')}`,
};
