// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Text as it can be kept and printed: without the control characters that come along when something is pasted, and with
 * one sign for the end of a line. No program could open a file with them in it (XML 1.0, production 2: Char).
 */
export const typedText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '');
