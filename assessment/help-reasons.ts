/** 看不清 / 不会操作 / 网络不好 / 其他: of a few, so that nothing has to be typed and nothing private is said. */
export const HELP_REASONS = ['sight', 'operation', 'network', 'other'] as const;
export type HelpReason = (typeof HELP_REASONS)[number];
