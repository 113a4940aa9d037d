import type { MeetingView } from '$assessment/view.ts';

export interface ClosedData {
  title: string;
  place: string;
  date: string;
}

export const closedOf = ({ title, place, date }: MeetingView): ClosedData => ({ title, place, date });
