/** The settings of a meeting as a form: times as minutes and seconds. */
import { MAX_APPEAL_DAYS } from '$assessment/appeal-period.ts';
import type { Settings } from '$assessment/meeting.ts';
import { parseSpan, spanText } from '../parts/time.ts';

export const TIMES = ['report', 'reportWarn', 'answer', 'answerWarn', 'scoring', 'grace', 'rating'] as const;
export type Time = (typeof TIMES)[number];
export const STAGES = ['reporting', 'questioning', 'closing'] as const;

export interface SettingsForm extends Omit<Settings, 'times' | 'stages' | 'appealDays'> {
  appealDays: string;
  times: Record<Time, string>;
  stages: Record<(typeof STAGES)[number], boolean>;
}

const each = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;

export const settingsForm = ({ times, stages, appealDays, ...rest }: Settings): SettingsForm => ({
  ...rest,
  appealDays: String(appealDays),
  times: each(TIMES, (time) => spanText(times[time])),
  stages: each(STAGES, (stage) => stages.includes(stage)),
});

/** B6: days as they are typed; null for anything that is no whole number of them. */
export function daysOf(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  return /^[0-9]{1,2}$/.test(text) && Number(text) <= MAX_APPEAL_DAYS ? Number(text) : null;
}

export const wrongTimes = ({ times }: SettingsForm): Time[] =>
  TIMES.filter((time) => parseSpan(times[time]) === null);

export const settingsFrom = ({ times, stages, appealDays, ...rest }: SettingsForm): Settings => ({
  ...rest,
  appealDays: daysOf(appealDays) ?? 0,
  times: each(TIMES, (time) => parseSpan(times[time]) ?? 0),
  stages: STAGES.filter((stage) => stages[stage]),
});
