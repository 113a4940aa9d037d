import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'sqlite', schema: './db/schema/meeting.ts', out: './db/migrations/meeting' });
