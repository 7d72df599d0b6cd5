/**
 * The words that one slip of the fingers could have turned into this one: two neighbouring letters swapped
 * (`wrold` for `world`). Trigrams, which find other misspellings, hardly see that one.
 */
export function swappedLetters(word: string): string[] {
  const letters = [...word];
  const words = letters.slice(1).map((letter, index) => {
    const swapped = [...letters];
    swapped[index] = letter;
    swapped[index + 1] = letters[index] ?? '';
    return swapped.join('');
  });
  return [...new Set(words)].filter((other) => other !== word);
}
