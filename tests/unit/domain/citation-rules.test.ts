import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationFaults, DistortionKind, MINOR_DISTORTIONS } from '@/domain/citation';
import { claimStatus } from '@/domain/claim';
import { transmissionOf } from '@/domain/lineage/transmission';

const origin = { originState: 'origin' as const, role: 'states' as const, distortions: [] };
const drawn = (...kinds: DistortionKind[]) => ({
  originState: 'drawn' as const,
  role: 'reports' as const,
  distortions: kinds.map((kind) => ({ kind })),
});
const untraced = { originState: 'untraced' as const, role: 'reports' as const, distortions: [] };

describe('transmission fidelity', () => {
  it('is not established where nothing was passed on', () => {
    expect(transmissionOf([origin])).toEqual({ fidelity: null, passedOn: 0 });
  });

  it('is untraced where no citation leads back to an origin', () => {
    expect(transmissionOf([untraced, untraced])).toEqual({ fidelity: 'untraced', passedOn: 2 });
  });

  it('is accurate only without any distortion', () => {
    expect(transmissionOf([origin, drawn()]).fidelity).toBe('accurate');
    expect(transmissionOf([origin, drawn('rounded')]).fidelity).toBe('minor-distortion');
    expect(transmissionOf([origin, drawn('unit-changed')]).fidelity).toBe('major-distortion');
  });

  it('is as bad as the worst distortion, in whatever order the citations come', () => {
    const kinds = fc.array(fc.constantFrom(...DistortionKind.options), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1, maxLength: 8 }), (lists) => {
        const citations = [origin, ...lists.map((list) => drawn(...list))];
        const all = lists.flat();
        const worst = all.some((kind) => !MINOR_DISTORTIONS.has(kind))
          ? 'major-distortion'
          : all.length
            ? 'minor-distortion'
            : 'accurate';
        expect(transmissionOf(citations).fidelity).toBe(worst);
        expect(transmissionOf([...citations].reverse())).toEqual(transmissionOf(citations));
      }),
    );
  });

  it('is not lowered by a critic', () => {
    const critic = { originState: 'drawn' as const, role: 'disputes' as const, distortions: [] };
    expect(transmissionOf([origin, critic])).toEqual({ fidelity: null, passedOn: 0 });
  });
});

describe('a citation', () => {
  const citation = { key: 'a', originState: 'drawn' as const, drawnFrom: 'b', searchLog: null, distortions: [] };
  it('never draws on itself', () => {
    expect(citationFaults({ ...citation, drawnFrom: 'a' })).toContain('a citation never draws on itself');
  });
  it('is in exactly one origin state', () => {
    expect(citationFaults(citation)).toEqual([]);
    expect(citationFaults({ ...citation, drawnFrom: null })).not.toEqual([]);
    expect(citationFaults({ ...citation, originState: 'origin' })).not.toEqual([]);
  });
  it('that is untraced carries its search log', () => {
    expect(citationFaults({ ...citation, originState: 'untraced', drawnFrom: null })).not.toEqual([]);
  });
  it('carries each kind of distortion once', () => {
    const twice = [
      { kind: 'rounded' as const, note: 'a' },
      { kind: 'rounded' as const, note: 'b' },
    ];
    expect(citationFaults({ ...citation, distortions: twice })).not.toEqual([]);
  });
});

describe('the status of a claim', () => {
  it('names a misquotation before anything else', () => {
    expect(claimStatus('disputed', ['misquotation-of'], ['supersedes'])).toBe('misquotation');
  });
  it('is superseded only by a relation from a later claim', () => {
    expect(claimStatus('stands', ['supersedes'], [])).toBe('current');
    expect(claimStatus('stands', [], ['supersedes'])).toBe('superseded');
  });
});
