import 'server-only';

/** A text of ours to try: one figure as its claim states it, one that was changed on the way, one that nobody knows. */
export const EXAMPLE_TEXT = `The International Labour Organization estimated that 1.8 million children were exploited in prostitution and in sexual material worldwide in 2000.

Every year, 1.8 million children are exploited in prostitution and in sexual material, says the International Labour Organization.

In our district alone, 4,350 children were helped by outreach teams last winter.
`;
