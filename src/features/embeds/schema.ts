import { z } from 'zod';

// oEmbed 1.0 (https://oembed.com): what another site asks before it shows one of our claims, and what it is told.

const Pixels = z.number().int().min(1).max(10_000).optional();

export const OembedParameters = z.object({
  url: z.string().max(2000).optional().describe('The address of a claim’s page, or of its card. Always needed.'),
  maxwidth: Pixels.describe('The room that there is, in CSS pixels.'),
  maxheight: Pixels.describe('The same downwards. What does not fit is reached by scrolling inside the frame.'),
  format: z.string().max(20).default('json').describe('json; anything else is answered with 501.'),
});

/** The answer: names as oEmbed has them. */
export const OembedDto = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    provider_name: z.string(),
    provider_url: z.string(),
    title: z.string(),
    cache_age: z.number().int().describe('Seconds. What the frame shows is always as the site has it.'),
    html: z.string().describe('A frame with the card. It has no script.'),
    width: z.number().int(),
    height: z.number().int().describe('As much as the whole card needs, by estimate, or maxheight.'),
  })
  .meta({ id: 'Oembed' });
export type OembedDto = z.infer<typeof OembedDto>;
