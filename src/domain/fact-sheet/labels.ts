// Long: five languages side by side, so that a word that is missing in one is seen.
import type { ClaimStatus, Measure } from '../claim';
import type { Bound } from '../figure';
import type { Reliability } from '../grade';
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

const EN: Labels = {
  evidence: 'Where the figures come from',
  figure: 'Figure',
  interval: 'Interval',
  bound: { exact: 'no bound stated', approximately: 'approximately', 'at-least': 'at least', 'at-most': 'at most' },
  counts: 'What is counted',
  share: 'Share of',
  place: 'Place',
  period: 'Period',
  measure: { stock: 'at one time', flow: 'per period', cumulative: 'running total' },
  definition: 'Definition',
  source: 'Source',
  sourceOrigin: 'where it was first stated, as far as is known',
  sourceOther: 'its origin is not established; this is the earliest work that states it',
  sourceCritic: 'known here only from a work that disputes or corrects it',
  noSource: 'not established',
  printedThere: 'printed there as',
  reliability: 'Reliability',
  reliabilityWords: {
    high: 'High: unlikely to mislead when quoted with its definition',
    moderate: 'Moderate: probably near the truth of what it measures; to be quoted with its limits',
    low: 'Low: may be far off; to be quoted only with its limits',
    'very-low': 'Very low: not fit to be quoted as evidence',
    'not-graded': 'Not graded: nobody has been able to judge it yet',
  },
  provisional: 'provisional: two editors have not judged it yet',
  underReview: 'under review',
  status: 'Status',
  statusWords: {
    current: 'current',
    superseded: 'superseded by',
    disputed: 'disputed',
    misquotation: 'a misquotation of',
    retracted: 'retracted',
  },
  doesNotMeasure: 'Does not measure',
  notToSay: 'Not to be said',
  limits: 'Known limits',
  caveats: 'Caveats',
  notEstablished: 'not established',
  checked: 'Checked',
  references: 'References',
  passedOver: 'Checks passed over',
  passedOverBecause: 'Reason given',
  verify: 'Verify this fact sheet',
  verifyText: 'Anybody can see at this address whether the sheet is genuine, and what has changed since:',
  hashOfJson: 'SHA-256 of its JSON file:',
  release: 'Release',
  released: 'released',
  forAudience: 'For',
  preview: 'Preview, not released',
  page: (page, of) => `Page ${page} of ${of}`,
  inEnglish: null,
};

const FR: Labels = {
  evidence: 'D’où viennent les chiffres',
  figure: 'Chiffre',
  interval: 'Intervalle',
  bound: { exact: 'sans borne indiquée', approximately: 'environ', 'at-least': 'au moins', 'at-most': 'au plus' },
  counts: 'Ce qui est compté',
  share: 'Part de',
  place: 'Lieu',
  period: 'Période',
  measure: { stock: 'à un moment donné', flow: 'par période', cumulative: 'total cumulé' },
  definition: 'Définition',
  source: 'Source',
  sourceOrigin: 'première publication connue',
  sourceOther: 'origine non établie ; premier ouvrage connu qui l’énonce',
  sourceCritic: 'connue ici seulement par un ouvrage qui la conteste ou la corrige',
  noSource: 'non établie',
  printedThere: 'imprimé sous la forme',
  reliability: 'Fiabilité',
  reliabilityWords: {
    high: 'Élevée : peu susceptible d’induire en erreur si elle est citée avec sa définition',
    moderate: 'Moyenne : probablement proche de ce qu’elle mesure ; à citer avec ses limites',
    low: 'Faible : peut être très éloignée ; à citer seulement avec ses limites',
    'very-low': 'Très faible : à ne pas citer comme preuve',
    'not-graded': 'Non évaluée : personne n’a encore pu en juger',
  },
  provisional: 'provisoire : pas encore jugée par deux éditeurs',
  underReview: 'en cours de réexamen',
  status: 'Statut',
  statusWords: {
    current: 'en vigueur',
    superseded: 'remplacé par',
    disputed: 'contesté',
    misquotation: 'citation erronée de',
    retracted: 'retiré',
  },
  doesNotMeasure: 'Ne mesure pas',
  notToSay: 'À ne pas dire',
  limits: 'Limites connues',
  caveats: 'Réserves',
  notEstablished: 'non établi',
  checked: 'Vérifié le',
  references: 'Références',
  passedOver: 'Contrôles écartés',
  passedOverBecause: 'Motif indiqué',
  verify: 'Vérifier cette fiche',
  verifyText: 'À cette adresse, chacun peut voir si la fiche est authentique et ce qui a changé depuis :',
  hashOfJson: 'SHA-256 de son fichier JSON :',
  release: 'Édition',
  released: 'publiée le',
  forAudience: 'Pour',
  preview: 'Aperçu, non publié',
  page: (page, of) => `Page ${page} sur ${of}`,
  inEnglish: 'Les énoncés, les notes et les graphiques sont en anglais, tels qu’ils figurent dans la base.',
};

const ES: Labels = {
  evidence: 'De dónde vienen las cifras',
  figure: 'Cifra',
  interval: 'Intervalo',
  bound: {
    exact: 'sin cota indicada',
    approximately: 'aproximadamente',
    'at-least': 'al menos',
    'at-most': 'como máximo',
  },
  counts: 'Qué se cuenta',
  share: 'Proporción de',
  place: 'Lugar',
  period: 'Período',
  measure: { stock: 'en un momento dado', flow: 'por período', cumulative: 'total acumulado' },
  definition: 'Definición',
  source: 'Fuente',
  sourceOrigin: 'primera publicación conocida',
  sourceOther: 'origen no establecido; primera obra conocida que lo afirma',
  sourceCritic: 'conocida aquí solo por una obra que la disputa o la corrige',
  noSource: 'no establecida',
  printedThere: 'impreso como',
  reliability: 'Fiabilidad',
  reliabilityWords: {
    high: 'Alta: es poco probable que induzca a error si se cita con su definición',
    moderate: 'Media: probablemente cercana a lo que mide; cítese con sus límites',
    low: 'Baja: puede estar muy lejos; cítese solo con sus límites',
    'very-low': 'Muy baja: no apta para citarse como prueba',
    'not-graded': 'Sin evaluar: nadie ha podido juzgarla todavía',
  },
  provisional: 'provisional: dos editores aún no la han juzgado',
  underReview: 'en revisión',
  status: 'Estado',
  statusWords: {
    current: 'vigente',
    superseded: 'sustituida por',
    disputed: 'disputada',
    misquotation: 'cita errónea de',
    retracted: 'retirada',
  },
  doesNotMeasure: 'No mide',
  notToSay: 'Lo que no debe decirse',
  limits: 'Límites conocidos',
  caveats: 'Salvedades',
  notEstablished: 'no establecido',
  checked: 'Comprobado el',
  references: 'Referencias',
  passedOver: 'Controles omitidos',
  passedOverBecause: 'Motivo indicado',
  verify: 'Verificar esta ficha',
  verifyText: 'En esta dirección cualquiera puede ver si la ficha es auténtica y qué ha cambiado desde entonces:',
  hashOfJson: 'SHA-256 de su archivo JSON:',
  release: 'Edición',
  released: 'publicada el',
  forAudience: 'Para',
  preview: 'Vista previa, no publicada',
  page: (page, of) => `Página ${page} de ${of}`,
  inEnglish: 'Los enunciados, las notas y los gráficos están en inglés, tal como figuran en la base.',
};

const DE: Labels = {
  evidence: 'Woher die Zahlen kommen',
  figure: 'Zahl',
  interval: 'Intervall',
  bound: { exact: 'ohne Schranke angegeben', approximately: 'etwa', 'at-least': 'mindestens', 'at-most': 'höchstens' },
  counts: 'Was gezählt wird',
  share: 'Anteil an',
  place: 'Ort',
  period: 'Zeitraum',
  measure: { stock: 'zu einem Zeitpunkt', flow: 'je Zeitraum', cumulative: 'laufende Summe' },
  definition: 'Definition',
  source: 'Quelle',
  sourceOrigin: 'erste bekannte Veröffentlichung',
  sourceOther: 'Ursprung nicht bekannt; frühestes Werk, das sie nennt',
  sourceCritic: 'hier nur aus einem Werk bekannt, das sie bestreitet oder berichtigt',
  noSource: 'nicht bekannt',
  printedThere: 'dort gedruckt als',
  reliability: 'Verlässlichkeit',
  reliabilityWords: {
    high: 'Hoch: führt kaum in die Irre, wenn sie mit ihrer Definition zitiert wird',
    moderate: 'Mittel: wohl nahe an dem, was sie misst; mit ihren Grenzen zitieren',
    low: 'Niedrig: kann weit daneben liegen; nur mit ihren Grenzen zitieren',
    'very-low': 'Sehr niedrig: nicht als Beleg geeignet',
    'not-graded': 'Nicht bewertet: bisher konnte niemand sie beurteilen',
  },
  provisional: 'vorläufig: noch nicht von zwei Redakteuren beurteilt',
  underReview: 'wird überprüft',
  status: 'Stand',
  statusWords: {
    current: 'gültig',
    superseded: 'ersetzt durch',
    disputed: 'umstritten',
    misquotation: 'Fehlzitat von',
    retracted: 'zurückgezogen',
  },
  doesNotMeasure: 'Misst nicht',
  notToSay: 'Nicht zu sagen',
  limits: 'Bekannte Grenzen',
  caveats: 'Vorbehalte',
  notEstablished: 'nicht bekannt',
  checked: 'Geprüft am',
  references: 'Literatur',
  passedOver: 'Übergangene Prüfungen',
  passedOverBecause: 'Angegebener Grund',
  verify: 'Dieses Faktenblatt prüfen',
  verifyText: 'Unter dieser Adresse sieht jeder, ob das Blatt echt ist und was sich seither geändert hat:',
  hashOfJson: 'SHA-256 der JSON-Datei:',
  release: 'Ausgabe',
  released: 'herausgegeben am',
  forAudience: 'Für',
  preview: 'Vorschau, nicht herausgegeben',
  page: (page, of) => `Seite ${page} von ${of}`,
  inEnglish: 'Aussagen, Anmerkungen und Grafiken stehen auf Englisch, wie die Sammlung sie führt.',
};

const AR: Labels = {
  evidence: 'مصادر الأرقام',
  figure: 'الرقم',
  interval: 'المجال',
  bound: { exact: 'دون حد مذكور', approximately: 'تقريبًا', 'at-least': 'على الأقل', 'at-most': 'على الأكثر' },
  counts: 'ما الذي يُعدّ',
  share: 'نسبة من',
  place: 'المكان',
  period: 'الفترة',
  measure: { stock: 'في وقت معيّن', flow: 'لكل فترة', cumulative: 'مجموع تراكمي' },
  definition: 'التعريف',
  source: 'المصدر',
  sourceOrigin: 'أول نشر معروف',
  sourceOther: 'الأصل غير معروف؛ هذا أقدم عمل يذكره',
  sourceCritic: 'معروف هنا فقط من عمل يعترض عليه أو يصححه',
  noSource: 'غير معروف',
  printedThere: 'مطبوع هناك بصيغة',
  reliability: 'الموثوقية',
  reliabilityWords: {
    high: 'عالية: من غير المرجح أن تضلل إذا ذُكرت مع تعريفها',
    moderate: 'متوسطة: قريبة على الأرجح مما تقيسه؛ تُذكر مع حدودها',
    low: 'منخفضة: قد تكون بعيدة؛ لا تُذكر إلا مع حدودها',
    'very-low': 'منخفضة جدًا: لا تصلح دليلًا',
    'not-graded': 'غير مقيّمة: لم يتمكن أحد من الحكم عليها بعد',
  },
  provisional: 'مؤقتة: لم يحكم عليها محرران بعد',
  underReview: 'قيد المراجعة',
  status: 'الحالة',
  statusWords: {
    current: 'سارٍ',
    superseded: 'حلّ محله',
    disputed: 'موضع خلاف',
    misquotation: 'اقتباس خاطئ من',
    retracted: 'مسحوب',
  },
  doesNotMeasure: 'لا يقيس',
  notToSay: 'ما لا ينبغي قوله',
  limits: 'الحدود المعروفة',
  caveats: 'تحفظات',
  notEstablished: 'غير معروف',
  checked: 'تاريخ التحقق',
  references: 'المراجع',
  passedOver: 'فحوص جرى تجاوزها',
  passedOverBecause: 'السبب المذكور',
  verify: 'التحقق من هذه الصحيفة',
  verifyText: 'يمكن لأي شخص أن يرى في هذا العنوان هل الصحيفة أصلية وما الذي تغيّر منذ ذلك الحين:',
  hashOfJson: 'SHA-256 لملف JSON:',
  release: 'الإصدار',
  released: 'صدر في',
  forAudience: 'إلى',
  preview: 'معاينة، لم تصدر',
  page: (page, of) => `صفحة ${page} من ${of}`,
  inEnglish: 'العبارات والحواشي والرسوم بالإنجليزية كما وردت في قاعدة الأدلة.',
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
