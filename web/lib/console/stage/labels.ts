/** The words of the one red button. */
import type { Settings } from '$assessment/meeting.ts';
import type { ConsoleText } from '../../../text/console.zh-CN.ts';
import type { MainStep } from './next-step.ts';

export function mainLabel(step: MainStep, t: ConsoleText['steps'], settings: Settings): string {
  switch (step.kind) {
    case 'start':
      return step.to === 'reporting' ? t.reporting(step.name) : t.onStage(step.name);
    case 'step':
      if (step.to === 'closing') return t.closing(settings.times.grace / 1000);
      if (step.to === 'locked') return step.from === 'closing' ? t.locked : t.lockedAtOnce;
      return step.to === 'questioning' ? t.questioning : t.scoring;
    case 'publish':
      return t.publish(step.name);
    case 'beat':
      return step.to % 2 === 1 ? t.beatScore : t.beatName;
    default:
      return t[step.kind];
  }
}
