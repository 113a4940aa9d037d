/** Values with their words, as a choice shows them. */
export const pick = <T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, string>>,
): { value: T; text: string }[] => values.map((value) => ({ value, text: words[value] }));
