import type { LabelLanguage } from '../../domain/fact-sheet/sheet';

/** The few words that a kind of file needs for itself. */
export const WORDS: Readonly<Record<LabelLanguage, { skip: string; back: string }>> = {
  en: { skip: 'Skip to the text', back: 'Back to the text' },
  fr: { skip: 'Aller au texte', back: 'Retour au texte' },
  es: { skip: 'Ir al texto', back: 'Volver al texto' },
  de: { skip: 'Zum Text springen', back: 'Zurück zum Text' },
  ar: { skip: 'انتقل إلى النص', back: 'العودة إلى النص' },
};

/** A label as it stands before what it names: `Reliability: `. French puts a space before the colon. */
export function labelled(label: string, language: string): string {
  return `${label}${language === 'fr' ? '\u00a0' : ''}: `;
}
