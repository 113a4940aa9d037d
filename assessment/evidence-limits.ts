/** Most pictures that a unit attaches to one question. By itself, so that a phone loads no rules for it. */
export const MOST_EVIDENCE = 6;
