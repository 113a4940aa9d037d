/**
 * Failed sign-ins are counted by address. Passes are not: a venue shares one address behind its router, one guesser
 * there must not keep the others out, and nobody guesses 128 bits.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface Guesses {
  blocked(address: string): Promise<boolean>;
  note(address: string): Promise<void>;
}

/** @param most failures within `seconds`, after which an address has to wait */
export function countGuesses(most: number, seconds: number): Guesses {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  return {
    async blocked(address) {
      const known = await limiter.get(address);
      return known !== null && known.consumedPoints >= most;
    },
    async note(address) {
      await limiter.penalty(address);
    },
  };
}
