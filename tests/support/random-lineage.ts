import fc from 'fast-check';
import type { Step } from '@/domain/lineage/graph';

// Any shape that citations can take: trees, chains, rings, rings with trees on them, works without a date.

const date = fc.option(
  fc
    .tuple(fc.integer({ min: 1990, max: 2026 }), fc.option(fc.integer({ min: 1, max: 12 })))
    .map(([year, month]) => (month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`)),
);

/** Up to `most` citations of up to three claims; each draws on any other of them, or on none. */
export function randomSteps(most = 40): fc.Arbitrary<Step[]> {
  return fc.integer({ min: 0, max: most }).chain((count) =>
    fc
      .array(
        fc.record({
          drawn: fc.option(fc.nat({ max: Math.max(0, count - 1) })),
          issued: date,
          claim: fc.nat({ max: 2 }),
          source: fc.nat({ max: 9 }),
          role: fc.constantFrom('states' as const, 'reports' as const, 'disputes' as const, 'corrects' as const),
          isOrigin: fc.boolean(),
        }),
        { minLength: count, maxLength: count },
      )
      .map((list) =>
        list.map(({ drawn, issued, claim, source, role, isOrigin }, id): Step => {
          const drawnFromId = drawn === null || drawn === id ? null : drawn;
          return {
            id,
            claimId: `C${claim + 1}`,
            sourceId: `S${source}`,
            issued,
            role,
            originState: drawnFromId !== null ? 'drawn' : isOrigin ? 'origin' : 'untraced',
            drawnFromId,
          };
        }),
      ),
  );
}
