/** What to know where a text has more figures than are held against the evidence base. */
export function leftOutText(count: number): string {
  const more = `${count.toLocaleString('en')} more figure${count === 1 ? '' : 's'}`;
  return `Not checked: ${more} behind these. Check the rest of the text on its own.`;
}
