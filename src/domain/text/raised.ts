const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789'].map((digit, index) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[index] ?? digit]),
);

const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789'].map((digit, index) => [digit, '₀₁₂₃₄₅₆₇₈₉'[index] ?? digit]),
);

/**
 * Raised letters as plain text: digits become raised digits, so that the mark of a footnote never makes the number
 * before it longer. "[10]" loses its brackets; letters ("19th") stay what they are.
 */
export function raised(text: string): string {
  return text.replace(/^(\s*)\[(\d+)\](\s*)$/, '$1$2$3').replace(/\d/g, (digit) => RAISED[digit] ?? digit);
}

/** The digits of a formula ("CO₂"). */
export function lowered(text: string): string {
  return text.replace(/\d/g, (digit) => LOWERED[digit] ?? digit);
}
