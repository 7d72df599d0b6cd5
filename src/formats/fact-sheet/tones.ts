import type { Tone } from './print-model';

/** The colours of words that are marked, on white: at least 7 to 1, and told apart without red and green. */
export const TONES: Readonly<Record<Tone, { ink: string; wash: string }>> = {
  right: { ink: '#0b4a56', wash: '#d9eef1' },
  wrong: { ink: '#7a2413', wash: '#fbe0d8' },
  open: { ink: '#5c4300', wash: '#fbefc4' },
  unknown: { ink: '#3d4046', wash: '#e6e6e9' },
};
