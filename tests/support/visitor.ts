/** Somebody at a browser, without its pages: asks the hub over HTTP and keeps the cookie that he is given. */
import { Caller } from './caller.ts';

export interface Answer {
  status: number;
  /** What the hub said, as JSON; null where it said nothing. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test reads the shape that it expects
  body: any;
}

export class Visitor {
  readonly url: string;
  cookie = '';

  constructor(url: string, cookie = '') {
    this.url = url;
    this.cookie = cookie;
  }

  async ask(path: string, body?: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...(this.cookie ? { cookie: this.cookie } : {}) };
    const send = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${this.url}/api${path}`, { headers, ...send });
    const given = answer.headers.get('set-cookie');
    if (given) this.cookie = given.split(';')[0] ?? '';
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  signIn(name: string, password: string): Promise<Answer> {
    return this.ask('/sign-in', { name, password });
  }

  /** His console of one meeting, with the cookie that he has now. */
  opens(code: string): Promise<Caller> {
    return new Caller({ url: this.url, code, cookie: this.cookie }).ready();
  }
}
