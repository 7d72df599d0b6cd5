import type { DistortionKind } from '../citation';

/** What a text changed in a claim. */
export type TextDistortion = {
  kind: DistortionKind;
  /** From what to what, in a few words. */
  label: string;
};
