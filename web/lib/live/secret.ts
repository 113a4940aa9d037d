/** Ids and secrets, without a secure context: phones open plain http addresses. */
import { base64url } from '../../../assessment/base64url.ts';

/** 16 random bytes: the secret of a session or a pass, the id of a command. */
export const newSecret = (): string => base64url(crypto.getRandomValues(new Uint8Array(16)));
