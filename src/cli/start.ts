import { runCommand } from './failure';
import { serve } from './serve';

// npm start: everything from the packages on, built for production.
await runCommand(() => serve('production'));
