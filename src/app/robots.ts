import type { MetadataRoute } from 'next';

/** Every page may be read by everybody; the endless combinations of filters are not worth a robot's time or ours. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: ['/', '/claims?cursor=', '/sources?cursor='],
      disallow: ['/claims?', '/sources?', '/verify?', '/verify/find'],
    },
  };
}
