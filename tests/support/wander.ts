/** Anything that anybody might do next: commands that are mostly sensible, from everyone, with ids that exist. */
import type { Outcome } from '../../assessment/decide.ts';
import type { Scene } from './scene.ts';
import { appealMoves } from './wander/appeal.ts';
import { ballotMoves } from './wander/ballots.ts';
import { confirms, countMoves, proposes } from './wander/count.ts';
import { deckMoves } from './wander/decks.ts';
import { drawMoves } from './wander/draws.ts';
import { Die, type Move, type Weighted } from './wander/making.ts';
import { meetingMoves } from './wander/meeting.ts';
import { passMoves } from './wander/passes.ts';
import { arrivalMoves, peopleMoves } from './wander/people.ts';
import { pictureMoves } from './wander/pictures.ts';
import { promiseMoves } from './wander/promises.ts';
import { questionMoves } from './wander/questions.ts';
import { screenMoves } from './wander/screens.ts';
import { absent, present, steps, submits, turnMoves } from './wander/turns.ts';

/** In an order that stays as it is: a number means the same walk tomorrow. */
const everyMove = (): Weighted => [
  ...turnMoves(),
  ...countMoves(),
  ...questionMoves(),
  ...drawMoves(),
  ...passMoves(),
  ...meetingMoves(),
  ...promiseMoves(),
  ...appealMoves(),
  ...pictureMoves(),
  ...deckMoves(),
  ...ballotMoves(),
  ...peopleMoves(),
  ...screenMoves(),
];

/** Nothing but who comes and how he scores. */
const scoringMoves = (): Weighted => [
  [6, steps],
  [12, submits],
  [4, proposes],
  [3, confirms],
  [1, absent],
  [3, present],
  ...ballotMoves(),
  ...arrivalMoves().map(([weight, make]): Weighted[number] => [4 * weight, make]),
];

function moveOf(moves: Weighted, scene: Scene, die: Die): Move {
  let left = die.below(moves.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, make] of moves) {
    left -= weight;
    if (left < 0) return make(scene, die);
  }
  return steps(scene, die);
}

/** One thing that has to do with ballots. */
export function scoreSomehow(scene: Scene, seed: number): void {
  const die = new Die(seed);
  const move = moveOf(scoringMoves(), scene, die);
  scene.meeting.takes(move.who, move.type, move.body);
}

/** The commands that a walk can send; every type is in it or in `RARE`. */
export function nextMove(scene: Scene, die: Die): Move {
  return moveOf(everyMove(), scene, die);
}

/** One thing that happens: mostly a command, sometimes time, an outage or a phone that loses its network. */
export function wander(scene: Scene, seed: number): { move: Move; outcome: Outcome } | null {
  const die = new Die(seed);
  const { meeting } = scene;
  meeting.passes(die.below(5_000));
  if (die.odds(40)) meeting.fails(die.below(90_000));
  if (die.odds(15)) {
    const one = die.pick(scene.examiners);
    if (meeting.online.has(one.session)) one.goesOffline();
    else one.goesOnline();
    return null;
  }
  const move = nextMove(scene, die);
  return { move, outcome: meeting.takes(move.who, move.type, move.body) };
}
