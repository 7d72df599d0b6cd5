import { DISTORTION } from '../../words';
import type { Rule } from '../rule';

/** What the rules of lineage work out of two wordings, and what an editor recorded, are not the same. */
export const ruleAndRecordDiffer: Rule = {
  id: 'PL024',
  slug: 'rule-and-record-differ',
  title: 'Rule and record differ',
  severity: 'note',
  ofClaim: ({ citations }) =>
    citations.flatMap(({ id, source, disagreement }) => {
      if (disagreement === null) return [];
      const computed = disagreement.computedOnly.map((label) => `not recorded: ${label}`);
      const recorded = disagreement.recordedOnly.map(
        (kind) => `recorded, not shown by the numbers: ${DISTORTION[kind].label.toLowerCase()}`,
      );
      return [
        {
          message: `${source.id} (${source.shortName}): ${[...computed, ...recorded].join('; ')}.`,
          remedy: 'Look at the work. Record the distortion, or leave the record as it is where the rule misread.',
          citation: id,
        },
      ];
    }),
};
