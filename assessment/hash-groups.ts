/** 64 hex digits in groups of four: people compare them from a wall, a photograph or a sheet of paper. */
export const groupsOf = (hex: string): string[] => hex.match(/.{1,4}/g) ?? [];
