import { afterEach, beforeEach } from 'vitest';

// What goes to console.error in a test is a fault nobody looked at: React's warnings, a rejected promise somebody
// swallowed. A test that expects one takes it out with `takeConsoleErrors()`.

let errors: string[] = [];
const original = console.error;

/** What was printed since the test began, or since the last call; it then no longer fails the test. */
export function takeConsoleErrors(): string[] {
  const taken = errors;
  errors = [];
  return taken;
}

beforeEach(() => {
  errors = [];
  console.error = (...args: unknown[]) => {
    errors.push(args.map((arg) => (arg instanceof Error ? (arg.stack ?? arg.message) : String(arg))).join(' '));
  };
});

afterEach(() => {
  console.error = original;
  const printed = takeConsoleErrors();
  if (printed.length > 0) throw new Error(`this test printed errors:\n${printed.join('\n')}`);
});
