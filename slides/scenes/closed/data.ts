import type { MeetingView, Slices } from '$assessment/view.ts';
import { announcementOf, type Announcement } from '../../../assessment/appeal-period.ts';

export interface ClosedData {
  title: string;
  place: string;
  date: string;
  /** B6: until when the result is provisional. */
  announced: Announcement | null;
}

export const closedOf = ({ title, place, date }: MeetingView, slices: Partial<Slices>): ClosedData => ({
  title,
  place,
  date,
  announced: slices.appeal ? announcementOf(slices.appeal) : null,
});
