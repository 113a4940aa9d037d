/** What hosts tell the screens: walls that are paired by a code, the Wi-Fi, and every scene that can be told. */
import { PAIRING_LETTERS } from '../../../assessment/pairing.ts';
import { SHOWN } from '../../../assessment/screens.ts';
import { byHost, type Die, type Weighted } from './making.ts';
import type { Scene } from '../scene.ts';

const screens = ({ state }: Scene): string[] =>
  [...state.passes.all.values()].flatMap(({ id, kind }) => (kind === 'screen' ? [id] : []));

/** A wall that waits; now and then it is a phone that bears a pass already. */
function code(scene: Scene, die: Die): string {
  const shown = `${die.pick([...PAIRING_LETTERS])}CDF`;
  const enrolled = [...scene.state.passes.bySession.keys()];
  const session =
    die.odds(5) && enrolled.length > 0 ? die.pick(enrolled) : `wall-${die.below(6)}`.padEnd(22, '0');
  scene.meeting.walls.set(shown, session);
  return shown;
}

const bodies = {
  'screen.show': (scene: Scene, die: Die) => {
    const shown = die.pick(SHOWN);
    const screen = die.odds(2) ? die.maybe(screens(scene)) : null;
    const unit = shown === 'result' && die.odds(2) ? die.maybe([...scene.state.agenda.turns.keys()]) : null;
    return { screen, scene: shown, unit, text: shown === 'message' ? `告示${die.below(100)}` : null };
  },
  'screen.pair': (scene: Scene, die: Die) => ({
    code: code(scene, die),
    screen: die.odds(2) ? die.maybe(screens(scene)) : null,
    name: die.odds(2) ? `墙${die.below(3)}` : null,
  }),
  'wifi.show': (_scene: Scene, die: Die) => ({
    wifi: die.odds(3)
      ? null
      : { ssid: `广场${die.below(3)}`, password: '口令口令口令口令', security: 'WPA', hidden: die.odds(2) },
  }),
};

export const screenMoves = (): Weighted => [
  [2, byHost('screen.show', bodies['screen.show'])],
  [1, byHost('screen.pair', bodies['screen.pair'])],
  [1, byHost('wifi.show', bodies['wifi.show'])],
];
