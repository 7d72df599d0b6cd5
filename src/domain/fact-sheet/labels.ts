import type { ClaimStatus, Measure } from '../claim';
import type { Bound } from '../figure';
import type { Reliability } from '../grade';
import { AR } from './labels/ar';
import { DE } from './labels/de';
import { EN } from './labels/en';
import { ES } from './labels/es';
import { FR } from './labels/fr';
import type { LabelLanguage } from './sheet';

/** The words that we print around the evidence, in one language. What the evidence base itself says stays as it is. */
export type Labels = {
  evidence: string;
  figure: string;
  interval: string;
  bound: Readonly<Record<Bound, string>>;
  counts: string;
  share: string;
  place: string;
  period: string;
  measure: Readonly<Record<Measure, string>>;
  definition: string;
  source: string;
  sourceOrigin: string;
  sourceOther: string;
  sourceCritic: string;
  noSource: string;
  printedThere: string;
  reliability: string;
  reliabilityWords: Readonly<Record<Reliability, string>>;
  provisional: string;
  underReview: string;
  status: string;
  statusWords: Readonly<Record<ClaimStatus, string>>;
  doesNotMeasure: string;
  notToSay: string;
  limits: string;
  caveats: string;
  notEstablished: string;
  checked: string;
  references: string;
  passedOver: string;
  passedOverBecause: string;
  verify: string;
  verifyText: string;
  hashOfJson: string;
  release: string;
  released: string;
  forAudience: string;
  preview: string;
  page: (page: number, of: number) => string;
  inEnglish: string | null;
};

export const LABELS: Readonly<Record<LabelLanguage, Labels>> = { en: EN, fr: FR, es: ES, de: DE, ar: AR };

/** What each language calls itself, and how it is written. */
export const LANGUAGE: Readonly<Record<LabelLanguage, { name: string; direction: 'ltr' | 'rtl' }>> = {
  en: { name: 'English', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
};
