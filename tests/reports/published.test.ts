import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../assessment/meeting.ts';
import { publishedOf } from '../../reports/published.ts';
import { setScene } from '../support/scene.ts';
import { bundleIn, HEAD } from './meetings.ts';

type Publication = 'results' | 'inclusion' | 'full';

const closed = (publication: Publication) => {
  const scene = setScene({ settings: { publication } });
  scene.scores('A');
  scene.scores('B', (_one, at) => (at < 6 ? 0.7 : null));
  scene.host.send('meeting.close', {});
  return scene;
};
const keys = (publication: Publication) =>
  Object.keys(publishedOf(closed(publication).state, HEAD) ?? {}).sort();

describe('B6 · publication', () => {
  it('B6 publishes nothing before the meeting is closed', () => {
    for (const publication of ['results', 'inclusion', 'full'] as const) {
      const scene = setScene({ settings: { publication } });
      scene.scores('A');
      scene.host.publishes('A');
      expect(publishedOf(scene.state, HEAD)).toBeNull();
    }
  });

  it('B6 publishes the results and the receipts that were counted, without scores, by default', () => {
    expect(DEFAULT_SETTINGS.publication).toBe('inclusion');
    const scene = closed('inclusion');
    const published = publishedOf(scene.state, HEAD);
    const { ballots, results } = bundleIn(scene);
    expect(published).toMatchObject({ results, receipts: ballots.map(({ receipt }) => receipt) });
    expect(JSON.stringify(published)).not.toContain('"scores"');
  });

  it('B6 publishes the results only, or the whole bundle, where the meeting says so', () => {
    expect(keys('results')).toEqual(['journal', 'meeting', 'publication', 'results', 'units']);
    const scene = closed('full');
    expect(publishedOf(scene.state, HEAD)).toEqual({ publication: 'full', bundle: bundleIn(scene) });
  });

  it('B6 a void or late ballot is not among the counted ones', () => {
    const scene = closed('inclusion');
    scene.owner.send('meeting.reopen', { reason: '核对' });
    const { receipt } = scene.state.ballots.byUnit.get('A')!.get('party-01')!;
    scene.scrutineer.confirms(scene.host.proposes('void', 'A', 'party-01'));
    scene.host.send('meeting.close', {});
    const published = publishedOf(scene.state, HEAD);
    expect(published?.publication === 'inclusion' && published.receipts.includes(receipt)).toBe(false);
  });
});
