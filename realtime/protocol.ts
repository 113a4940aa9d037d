/** The wire, schema first: what a client may send, checked before anything else looks at it. */
import * as v from 'valibot';
import { line, optionalLine, Token, whole } from '../assessment/fields.ts';
import { AUDIT_GROUPS, DEVICES, PROTOCOL } from './protocol-names.ts';

export * from './protocol-names.ts';

/** The six digits that the screen shows. */
const MeetingCode = v.pipe(v.string(), v.regex(/^[0-9]{6}$/));

const SinceSchema = v.object({
  journal: v.pipe(v.string(), v.maxLength(64)),
  n: whole(0, Number.MAX_SAFE_INTEGER),
});

/**
 * The handshake. A device shows the secret of its session, an organizer comes with a cookie or a token;
 * `organizer` asks for the console's view and is refused where neither is valid.
 */
export const HelloSchema = v.object({
  protocol: v.literal(PROTOCOL),
  code: MeetingCode,
  session: v.optional(Token),
  /** One load of a page, whose newest connection alone is kept. */
  page: v.optional(Token),
  /** I2: the secret of a pass that is looked at, without a trip of its own. */
  look: v.optional(Token),
  organizer: v.optional(v.boolean()),
  token: v.optional(v.pipe(v.string(), v.maxLength(512))),
  since: v.optional(SinceSchema),
});
export type Hello = v.InferOutput<typeof HelloSchema>;

/** J2: `id` is made by the client, unique for its actor; the body's shape belongs to the type. */
export const CommandSchema = v.object({
  v: v.literal(PROTOCOL),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/)),
  type: v.pipe(v.string(), v.maxLength(40)),
  body: v.unknown(),
  until: v.optional(whole(0, Number.MAX_SAFE_INTEGER)),
});
export type CommandMessage = v.InferOutput<typeof CommandSchema>;

export const SyncSchema = v.object({ v: v.literal(PROTOCOL), since: v.nullable(SinceSchema) });
export const LookSchema = v.object({ v: v.literal(PROTOCOL), secret: Token });

export const AwakeSchema = v.object({ v: v.literal(PROTOCOL), awake: v.boolean() });

/** What a screen shows: a name of a scene that this hub need not know, and the size of its window. */
export const ShowsSchema = v.object({
  v: v.literal(PROTOCOL),
  scene: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,23}$/)),
  width: whole(1, 32_768),
  height: whole(1, 32_768),
  ratio: v.pipe(v.number(), v.minValue(0.1), v.maxValue(16)),
  theme: v.picklist(['day', 'night']),
  to: whole(0, Number.MAX_SAFE_INTEGER),
});

/** The window of a wall that asks to be a screen. */
export const PairSchema = v.object({
  v: v.literal(PROTOCOL),
  width: whole(1, 32_768),
  height: whole(1, 32_768),
});
export const TurnAwaySchema = v.object({ v: v.literal(PROTOCOL), code: v.pipe(v.string(), v.maxLength(8)) });

/** HTTP bodies. */
export const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const SetUpSchema = v.object({ token: Token, name: line(40), password: Password });
export const SignInSchema = v.object({ name: line(40), password: Password });
const Role = v.picklist(['owner', 'host', 'scrutineer', 'viewer']);
export const NewOrganizerSchema = v.object({ name: line(40), role: Role, password: Password });
export const RoleSchema = v.object({ role: Role });
export const RenameSchema = v.object({ name: line(40) });
export const PasswordSchema = v.object({ password: Password });
export const OwnPasswordSchema = v.object({ old: Password, password: Password });
export const RemoveMeetingSchema = v.object({ code: v.pipe(v.string(), v.trim(), v.maxLength(20)) });
export const AuditQuerySchema = v.object({
  group: v.optional(v.picklist(AUDIT_GROUPS)),
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80)), ''),
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number))),
});
export const NewMeetingSchema = v.variant('kind', [
  v.object({ kind: v.literal('demo') }),
  v.object({
    kind: v.literal('new'),
    title: line(80),
    place: v.optional(optionalLine(80), ''),
    date: v.optional(optionalLine(40), ''),
  }),
  v.object({
    kind: v.literal('copy'),
    from: MeetingCode,
    title: line(80),
    place: optionalLine(80),
    date: optionalLine(40),
  }),
]);

/** A phone's report that it reached the hub; `now` is its own clock in ms. */
export const ReachedSchema = v.object({
  now: whole(0, Number.MAX_SAFE_INTEGER),
  device: v.picklist(DEVICES),
  socket: v.boolean(),
  trip: whole(0, 600_000),
});

/** Everything that a client may send; the protocol test hashes these with the commands' bodies. */
export const MESSAGES = {
  hello: HelloSchema,
  command: CommandSchema,
  sync: SyncSchema,
  look: LookSchema,
  shows: ShowsSchema,
  pair: PairSchema,
  'turn-away': TurnAwaySchema,
  awake: AwakeSchema,
  'POST /api/set-up': SetUpSchema,
  'POST /api/sign-in': SignInSchema,
  'POST /api/meetings': NewMeetingSchema,
  'POST /api/reach/:token': ReachedSchema,
  'POST /api/meetings/:code/remove': RemoveMeetingSchema,
  'POST /api/meetings/:code/purge': RemoveMeetingSchema,
  'POST /api/organizers': NewOrganizerSchema,
  'POST /api/organizers/:id/name': RenameSchema,
  'POST /api/organizers/:id/role': RoleSchema,
  'POST /api/organizers/:id/password': PasswordSchema,
  'POST /api/password': OwnPasswordSchema,
  'GET /api/audit': AuditQuerySchema,
};
