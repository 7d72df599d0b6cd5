/** What is wrong with a field, as a sentence: "Title is needed", or "From: a date as YYYY". */
export function problemText(label: string, message: string): string {
  return /^(is|must|may|can|should|needs|names|has|was|had|says)\b/.test(message)
    ? `${label} ${message}`
    : `${label}: ${message}`;
}
