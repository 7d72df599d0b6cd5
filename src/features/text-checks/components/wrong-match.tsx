'use client';
export function WrongMatch(_: { number: number; claim: string | null; sentence: string; figure: string; verdict: string }) {
  return null;
}
