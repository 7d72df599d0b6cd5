import { MEASURE } from '../../words';
import type { Rule } from '../rule';
import { isDenial, saysFlow } from '../wording';

/** How many there are at one time is not how many there are each year. */
export const stockAsFlow: Rule = {
  id: 'PL011',
  slug: 'stock-as-flow',
  title: 'Stock given as a flow',
  severity: 'error',
  ofSentence: ({ claim, sentence }) => {
    const { measure } = claim.period;
    const flow = saysFlow(sentence);
    if (flow === null || (measure !== 'stock' && measure !== 'cumulative') || isDenial(sentence)) return [];
    // A total that its own statement tells by the year may be told so.
    if (saysFlow(claim.statement) !== null) return [];
    return [
      {
        message: `${claim.id} is ${measure === 'stock' ? 'a stock' : 'a running total'} (${MEASURE[measure].meaning.toLowerCase().replace(/\.$/, '')}); the sentence says “${flow[0]}”.`,
        remedy: `Leave out “${flow[0]}”, and say ${measure === 'stock' ? 'at what time' : 'since when'}.`,
        span: { start: flow.index, end: flow.index + flow[0].length },
      },
    ];
  },
};
