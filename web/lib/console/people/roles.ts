/** I7 · Roles in the order of what they may do. */
import type { OrganizerRole } from '$assessment/actors.ts';

export const ROLES: readonly OrganizerRole[] = ['owner', 'host', 'scrutineer', 'viewer'];
