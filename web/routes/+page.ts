import { redirect } from '@sveltejs/kit';
import { text as own } from '$lib/phone/code/text.ts';
import { lastMeeting } from '$lib/phone/extras/last-meeting.ts';
import { text } from '$lib/phone/text.ts';

/** From the icon among the apps (`/?last`) back into the meeting that the phone was in. */
export const load = async ({ url }: { url: URL }): Promise<void> => {
  const last = lastMeeting(url);
  if (last !== null) redirect(307, `/m/${last}`);
  await Promise.all([text.ready(), own.ready()]);
};
