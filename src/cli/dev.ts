import { runCommand } from './failure';
import { serve } from './serve';

// npm run dev: the same as npm start, with hot reload in place of a build.
await runCommand(() => serve('development'));
