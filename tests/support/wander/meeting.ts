/** A1, A4, V2 · The meeting as a whole: rain, clocks, the ceremony, settings. */
import { byHost, type Weighted } from './making.ts';

export const meetingMoves = (): Weighted => [
  [1, byHost('meeting.pause', () => ({ note: '下雨' }))],
  [2, byHost('meeting.resume', () => ({}))],
  [1, byHost('clock.run', (_scene, die) => ({ clock: die.pick(['stage', 'answer']), run: die.odds(2) }))],
  [
    1,
    byHost('clock.adjust', (_scene, die) => ({
      clock: die.pick(['stage', 'answer']),
      by: die.below(60_000) - 30_000,
    })),
  ],
  [2, byHost('ceremony.start', () => ({}))],
  [
    4,
    byHost('ceremony.beat', (scene, die) => {
      const from = scene.state.publication.ceremony?.at ?? 0;
      return { from, to: from + (die.odds(5) ? -1 : 1) };
    }),
  ],
  [
    1,
    byHost('meeting.set', (scene, die) => ({
      ...scene.state.meeting.settings,
      publish: die.pick(['at-once', 'after-next', 'ceremony']),
    })),
  ],
];
