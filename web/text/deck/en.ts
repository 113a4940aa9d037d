import type { DeckText } from './zh-CN.ts';

const mb = (bytes: number): string =>
  bytes < 100_000 ? '0.1' : (bytes / 1_048_576).toFixed(bytes < 10_000_000 ? 1 : 0);

export const en: DeckText = {
  codes: {
    'deck-missing': 'The file did not arrive whole, and was not taken. Please choose it again.',
    'deck-unknown': 'The slides were replaced or removed just now. Please look at what is there.',
    'deck-not-now': 'This unit does not report or answer now, so that none of its slides are on the screen.',
    'deck-away':
      'The slides were put away. While you answer, the host shows them; then you can turn the pages.',
    'deck-invalid': 'This is no PDF and was not taken. Please choose another file.',
    'decks-full': 'There is no room for more slides. Please tell the staff.',
    'disk-full': 'The disk of the server is nearly full. The staff has to make room first.',
    'upload-moved': 'The upload was interrupted. Please choose the file again.',
  },
  deck: {
    size: (bytes) => `${mb(bytes)} MB`,
    about: (pages, bytes) => `${pages} ${pages === 1 ? 'page' : 'pages'}, ${mb(bytes)} MB`,
    reading: 'Opening the PDF…',
    sending: (done, size) => `Uploading, ${mb(done)} of ${mb(size)} MB`,
    left: (minutes) => (minutes < 1 ? 'less than a minute' : `about ${Math.ceil(minutes)} min`),
    waiting: 'The network is gone. It goes on from where it stopped; please keep this page open.',
    attaching: 'Arrived, putting it in place…',
    stop: 'Stop the upload',
    again: 'Go on',
    notTaken: 'Not taken: ',
    problems: {
      'too-big': 'This PDF is larger than 20 MB. Compress its pictures, or save it smaller.',
      'not-pdf': 'This is no PDF. Save slides as PDF first.',
      locked: 'This PDF has a password, so that the screen cannot open it. Save it without one.',
      broken: 'This PDF cannot be opened; it may be damaged. Export it again.',
      'too-long': 'This PDF has more than 500 pages. Keep those that are shown.',
      empty: 'This PDF has no pages. Choose another.',
      old: 'This browser cannot open PDFs. Use another computer or phone.',
    },
    kept: 'The slides that were there before have not changed.',
  },
};
