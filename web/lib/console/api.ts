/** The hub's HTTP answers, and one kind of error for everything that can go wrong on the way. */
import type {
  Copies,
  Addresses,
  ApiError,
  AuditPage,
  Code,
  Machine,
  MeetingSummary,
  OfficialBalance,
  OrganizerRow,
  PurgeReport,
  Reached,
  Status,
} from '$protocol-names.ts';
import type { OrganizerRole } from '$assessment/actors.ts';
import type { Scores } from '$assessment/sheet.ts';
import type { JournalPage } from '$assessment/view-journal.ts';
import type { Detail } from '$assessment/noun.ts';

/** What was refused and why; `offline` where no answer came. */
export interface Problem {
  code: Code | 'offline';
  detail: Detail;
}

export class ApiFailure extends Error {
  override name = 'ApiFailure';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The problem inside anything that was thrown. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ApiFailure ? error.problem : { code: 'internal', detail: {} };

let whenSignedOut: () => unknown = () => undefined;
/** Told when the hub says that nobody is signed in here any more. */
export const onSignedOut = (tell: () => unknown): void => {
  whenSignedOut = tell;
};

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? { credentials: 'same-origin' }
      : {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch {
    throw new ApiFailure({ code: 'offline', detail: {} });
  }
  const json = (await answer.json().catch(() => null)) as unknown;
  if (answer.ok) return json as T;
  const { code = 'internal', detail = {} } = (json ?? {}) as Partial<ApiError>;
  if (code === 'not-signed-in' || code === 'password-due') whenSignedOut();
  throw new ApiFailure({ code, detail });
}

interface Info {
  title: string;
  place: string;
  date: string;
}
export type NewMeeting =
  { kind: 'demo' } | ({ kind: 'new' } & Info) | ({ kind: 'copy'; from: string } & Info);

export interface AuditQuery {
  group: string | null;
  name: string;
  before: number | null;
}

function auditPath({ group, name, before }: AuditQuery): string {
  const query = new URLSearchParams();
  if (group) query.set('group', group);
  if (name) query.set('name', name);
  if (before !== null) query.set('before', String(before));
  return `/api/audit?${query.toString()}`;
}

export const api = {
  status: () => ask<Status>('/api/status'),
  setUp: (token: string, name: string, password: string) =>
    ask<unknown>('/api/set-up', { token, name, password }),
  signIn: (name: string, password: string) => ask<unknown>('/api/sign-in', { name, password }),
  signOut: () => ask<unknown>('/api/sign-out', {}),
  meetings: () => ask<MeetingSummary[]>('/api/meetings'),
  create: (meeting: NewMeeting) => ask<MeetingSummary>('/api/meetings', meeting),
  addresses: () => ask<Addresses>('/api/addresses'),
  machine: () => ask<Machine>('/api/machine'),
  openReach: () => ask<{ token: string }>('/api/reach', {}),
  reached: (token: string) => ask<{ reports: Reached[] }>(`/api/reach/${token}`),
  archive: (code: string) => ask<MeetingSummary>(`/api/meetings/${code}/archive`, {}),
  restore: (code: string) => ask<MeetingSummary>(`/api/meetings/${code}/restore`, {}),
  removeMeeting: (code: string, typed: string) =>
    ask<unknown>(`/api/meetings/${code}/remove`, { code: typed }),
  purge: (code: string, typed: string) => ask<PurgeReport>(`/api/meetings/${code}/purge`, { code: typed }),
  organizers: () => ask<OrganizerRow[]>('/api/organizers'),
  addOrganizer: (name: string, role: OrganizerRole, password: string) =>
    ask<OrganizerRow>('/api/organizers', { name, role, password }),
  rename: (id: string, name: string) => ask<OrganizerRow>(`/api/organizers/${id}/name`, { name }),
  setRole: (id: string, role: OrganizerRole) => ask<OrganizerRow>(`/api/organizers/${id}/role`, { role }),
  resetPassword: (id: string, password: string) =>
    ask<unknown>(`/api/organizers/${id}/password`, { password }),
  unlock: (id: string) => ask<OrganizerRow>(`/api/organizers/${id}/unlock`, {}),
  removeOrganizer: (id: string) => ask<unknown>(`/api/organizers/${id}/remove`, {}),
  changePassword: (old: string, password: string) => ask<unknown>('/api/password', { old, password }),
  audit: (query: AuditQuery) => ask<AuditPage>(auditPath(query)),
  balance: (code: string) => ask<OfficialBalance>(`/api/meetings/${code}/official`),
  organizerNames: () => ask<Record<string, string>>('/api/organizer-names'),
  proposedScores: (code: string, amendment: string) =>
    ask<Scores>(`/api/meetings/${code}/amendments/${amendment}/scores`),
  journal: (code: string, query: Record<string, string>) =>
    ask<JournalPage>(`/api/meetings/${code}/journal?${new URLSearchParams(query)}`),
  copies: (code: string) => ask<Copies>(`/api/meetings/${code}/copies`),
  official: (code: string) => ask<MeetingSummary>(`/api/meetings/${code}/official`, {}),
};
