/** I8 · 协助评分: an organizer enters what an examiner who asks for it says; the ballot names who helped. */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { BallotBody, decideBallot } from './ballots.ts';
import { Id, Name } from './fields.ts';
import { command, refuse } from './noun.ts';
import { passOf } from './passes.ts';

export const assistedCommands = {
  'ballot.assist': command(
    HOSTS,
    v.object({ ...BallotBody.entries, pass: Id, assistant: Name }),
    (state, { pass: id, assistant, ...body }, _actor, context) => {
      const pass = passOf(state, id);
      if (pass.kind !== 'examiner') refuse('pass-unknown', { pass: id });
      if (pass.revoked) refuse('pass-revoked', { pass: id });
      return decideBallot(state, pass, { ...body, assisted: assistant }, context);
    },
  ),
};
