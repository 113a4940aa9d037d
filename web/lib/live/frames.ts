/** Which frames follow on what a page has. They say what things are now, so one that starts earlier is as good. */
import type { Audience } from '../../../assessment/view.ts';
import type { Frame, Since } from '../../../realtime/protocol-names.ts';

export type Fit = 'apply' | 'ignore' | 'ask';

export interface Have extends Since {
  audience: Audience;
}

/** `ask` is a gap, another journal (A1: going official) or another audience (a pass was enrolled). */
export function fit(have: Have | null, frame: Pick<Frame, 'journal' | 'audience' | 'from' | 'to'>): Fit {
  if (frame.from === null) return 'apply';
  if (have === null) return 'ask';
  const { journal = have.journal, audience = have.audience } = frame;
  if (have.journal !== journal || have.audience !== audience) return 'ask';
  if (frame.from > have.n) return 'ask';
  return frame.to < have.n ? 'ignore' : 'apply';
}
