import { redirect } from '@sveltejs/kit';
import { LAST_MEETING } from '$lib/phone/extras/last-meeting.ts';
import { recall } from '$lib/live/keep.ts';
import { text } from '$lib/phone/text.ts';

/** From the icon among the apps (`/?last`) back into the meeting that the phone was in. */
export const load = ({ url }: { url: URL }): Promise<void> => {
  const last = url.searchParams.has('last') ? recall(LAST_MEETING) : null;
  if (last !== null && /^[0-9]{6}$/.test(last)) redirect(307, `/m/${last}`);
  return text.ready();
};
