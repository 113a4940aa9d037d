/** The settings of a meeting as a form: times as minutes and seconds. */
import type { Settings } from '$assessment/meeting.ts';
import { parseSpan, spanText } from '../parts/time.ts';

export const TIMES = ['report', 'reportWarn', 'answer', 'answerWarn', 'scoring', 'grace', 'rating'] as const;
export type Time = (typeof TIMES)[number];
export const STAGES = ['reporting', 'questioning', 'closing'] as const;

export interface SettingsForm extends Omit<Settings, 'times' | 'stages'> {
  times: Record<Time, string>;
  stages: Record<(typeof STAGES)[number], boolean>;
}

const each = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;

export const settingsForm = ({ times, stages, ...rest }: Settings): SettingsForm => ({
  ...rest,
  times: each(TIMES, (time) => spanText(times[time])),
  stages: each(STAGES, (stage) => stages.includes(stage)),
});

export const wrongTimes = ({ times }: SettingsForm): Time[] =>
  TIMES.filter((time) => parseSpan(times[time]) === null);

export const settingsFrom = ({ times, stages, ...rest }: SettingsForm): Settings => ({
  ...rest,
  times: each(TIMES, (time) => parseSpan(times[time]) ?? 0),
  stages: STAGES.filter((stage) => stages[stage]),
});
