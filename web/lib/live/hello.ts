/** What a device's page says first on its line. */
import { PROTOCOL } from '../../../realtime/protocol-names.ts';
import { newSecret } from './secret.ts';
import { sessionSecret } from './session.ts';

export interface HelloOfPage {
  protocol: typeof PROTOCOL;
  code: string;
  /** One load of a page, whose newest connection alone is kept. */
  page: string;
  session: string;
  /** I2: the secret of a pass that is to be looked at. */
  look?: string;
}

/** What a link of a pass must carry (I1). */
export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{22,64}$/.test(text);

export const helloOf = (code: string, seat?: string): HelloOfPage => ({
  protocol: PROTOCOL,
  code,
  page: newSecret(),
  session: sessionSecret(code, seat),
});
