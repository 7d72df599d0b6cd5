import 'server-only';
import { embedPath } from '../../domain/embed/address';
import type { CardMoment } from '../../domain/embed/claim-card';
import { cardSize, frameMarkup } from '../../formats/embed/card-frame';
import { type CardToShow, cardAddress, cardTitle, oembedAddress } from '../../formats/embed/claim-card';
import { publicUrl } from '../../lib/env';
import { loadClaim } from '../claims/loaders';
import { cardOfClaim } from './data';

export type EmbedCodes = {
  /** Path of the card as it stands. */
  path: string;
  live: string;
  /** The same, frozen on this day: YYYY-MM-DD, in UTC. */
  frozen: { day: string; code: string };
};

/** What somebody pastes into a page of theirs to show this claim; null when there is no such claim. */
export async function loadEmbedCodes(id: string): Promise<EmbedCodes | null> {
  const claim = await loadClaim(id);
  if (claim === null) return null;
  const [card, day] = [cardOfClaim(claim), new Date().toISOString().slice(0, 10)];
  const code = (moment: CardMoment) => {
    const shown: CardToShow = { card, moment, since: { state: 'same' } };
    return frameMarkup(cardAddress(shown, publicUrl()), cardTitle(shown), cardSize(shown));
  };
  return {
    path: embedPath({ id, day: null }),
    live: code({ kind: 'live', day }),
    frozen: { day, code: code({ kind: 'frozen', day, isOver: false }) },
  };
}

/** Where oEmbed describes a claim, for the head of its page. @param page the address of the page */
export function oembedLink(page: string): string {
  return oembedAddress(page, publicUrl());
}
