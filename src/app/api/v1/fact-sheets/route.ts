import { listGallery } from '@/features/releases/gallery-data';
import { jsonRoute, requireParameters } from '@/http/route';
import { GalleryParameters } from '../operations';

export const GET = jsonRoute(async (request) => {
  const { releases, next } = await listGallery(requireParameters(request, GalleryParameters));
  return { data: releases, page: { next } };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
