import { defineConfig } from 'prisma/config';

// Only `prisma generate` (and, where its engine can be had, `prisma migrate deploy`) reads this file.
export default defineConfig({
  schema: 'prisma/models',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
