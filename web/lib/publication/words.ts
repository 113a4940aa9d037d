import type { PublicMember } from '../../../assessment/view-public-asked.ts';

/** A member as people name him; his post alone once names were purged (J6). */
export const memberOf = ({ name, post }: PublicMember): string => (name === null ? post : `${name} ${post}`);
