/** The hub's HTTP answers, and one kind of error for everything that can go wrong on the way. */
import type { Addresses, ApiError, Code, Machine, MeetingSummary, Reached, Status } from '$protocol-names.ts';
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
  throw new ApiFailure({ code, detail });
}

export type NewMeeting = { kind: 'demo' } | { kind: 'new'; title: string; place: string; date: string };

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
  official: (code: string) => ask<MeetingSummary>(`/api/meetings/${code}/official`, {}),
};
