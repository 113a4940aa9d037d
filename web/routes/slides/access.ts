/**
 * Who may look at the gallery: whoever builds the pages, whoever serves them without a hub (`npm run shots`, tests), and
 * an owner (I7). The hub itself answers the address to nobody else (`realtime/pages.ts`); this is for who comes to the
 * page from within another one. Samples are fictional: nothing is hidden here but a page that is not for the square.
 */
export async function mayLook(): Promise<boolean> {
  if (import.meta.env.DEV) return true;
  const answer = await fetch('/api/status', { credentials: 'same-origin' }).catch(() => null);
  if (!answer) return false;
  const isHub = (answer.headers.get('content-type') ?? '').includes('application/json');
  if (!isHub) return true;
  const { organizer } = (await answer.json()) as { organizer: { role: string; passwordDue: boolean } | null };
  return organizer?.role === 'owner' && !organizer.passwordDue;
}
