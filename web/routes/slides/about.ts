/** What samples are told beside their own data: always the same, so that pictures of them are. */
import type { About } from '$slides/about.ts';
import { samplePictures } from '$slides/deck/sample-pages.ts';
import { NOW } from '$slides/sample.ts';
import { textFor } from '$slides/text/index.ts';
import { joinAt } from '$lib/screens/join.ts';
import { language } from '../../text/index.ts';

const CODE = '605218';

export const aboutSample = (wall: Omit<About['wall'], 'name'>, stale = false): About => ({
  text: textFor(language()),
  code: CODE,
  now: NOW,
  demo: true,
  rehearsal: false,
  join: joinAt('http://192.168.1.20:8080', CODE),
  stale,
  deck: samplePictures,
  wall: { name: '1', ...wall },
});
