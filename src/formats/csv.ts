type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180): CRLF between lines, quotes where a cell needs them, null as an empty cell. With a byte
 * order mark, without which spreadsheets take it for another encoding. A cell that a spreadsheet would run as a formula
 * gets an apostrophe in front (OWASP, CSV injection); a negative number stays a number.
 */
export function csvOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
