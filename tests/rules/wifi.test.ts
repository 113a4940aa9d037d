/** The venue's Wi-Fi on the screens: only where an organizer chose so, and never on a phone (V1, J6, A1). */
import { describe, expect, it } from 'vitest';
import { officialOpening } from '../../assessment/official.ts';
import { AUDIENCES, SLICES_OF } from '../../assessment/view.ts';
import { wifiCode, type Wifi } from '../../assessment/wifi.ts';
import { folded, purged, refusalOf } from '../support/meeting.ts';
import { setScene, type Scene } from '../support/scene.ts';

const SQUARE: Wifi = { ssid: '文化广场', password: 'welcome2026', security: 'WPA', hidden: false };

const sees = ({ meeting }: Scene, audience: (typeof AUDIENCES)[number]): string =>
  JSON.stringify(SLICES_OF[audience].map((name) => meeting.slice(audience, name)));

describe('the Wi-Fi on the screens', () => {
  it('is nowhere until an organizer puts it there, then with screens and organizers alone', () => {
    const scene = setScene({});
    expect(scene.meeting.slice('screen', 'shows').wifi).toBeNull();
    scene.host.send('wifi.show', { wifi: SQUARE });
    expect(scene.meeting.slice('screen', 'shows').wifi).toEqual(SQUARE);
    const told = AUDIENCES.filter((one) => sees(scene, one).includes(SQUARE.password));
    expect(told.sort()).toEqual(['organizer', 'screen']);
    scene.host.send('wifi.show', { wifi: null });
    expect(sees(scene, 'screen')).not.toContain(SQUARE.password);
  });

  it('can still be taken off when the meeting is closed, and not be put there any more', () => {
    const scene = setScene({});
    scene.host.send('wifi.show', { wifi: SQUARE });
    scene.host.send('meeting.close', {});
    expect(refusalOf(() => scene.host.send('wifi.show', { wifi: { ...SQUARE, ssid: '别处' } }))).toBe(
      'meeting-closed',
    );
    scene.host.send('wifi.show', { wifi: null });
    expect(sees(scene, 'screen')).not.toContain(SQUARE.password);
  });

  it('of an open network keeps no password', () => {
    const scene = setScene({});
    scene.host.send('wifi.show', { wifi: { ...SQUARE, security: 'nopass' } });
    expect(scene.meeting.slice('screen', 'shows').wifi).toMatchObject({ password: '' });
    expect(wifiCode(scene.meeting.slice('screen', 'shows').wifi ?? SQUARE)).toBe(
      'WIFI:T:nopass;S:文化广场;;',
    );
  });

  it.each([
    ['a name of 33 bytes', { ssid: '文'.repeat(11) }],
    ['a password of 7', { password: '1234567' }],
    ['a WEP key of 6', { security: 'WEP' as const, password: '123456' }],
  ])('refuses %s', (_, more) => {
    const scene = setScene({});
    expect(refusalOf(() => scene.host.send('wifi.show', { wifi: { ...SQUARE, ...more } }))).toBe('malformed');
  });

  it('J6 is gone with the private parts; A1 goes along when the meeting goes official', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('wifi.show', { wifi: SQUARE });
    const opening = officialOpening(scene.state, {
      id: 'm2',
      code: '111111',
      head: { length: 1, head: 'x' },
    });
    expect(opening).toContainEqual({ type: 'wifi-shown', data: { shown: true }, private: SQUARE });
    expect(folded(purged(scene.meeting.sealed())).wifi).toBeNull();
  });
});
