import { nodeHref } from '../../domain/network';
import type { NetworkNode } from '../../features/network/schema';
import { element } from './markup';
import { PAGE_PALETTE, type Palette } from './palette';

/**
 * A node that leads to its works. In a file that stands alone an address without a host leads nowhere: no link
 * there. Its name for screen readers is what stands in it, so lines of a name end with a space.
 */
export function nodeLink(node: NetworkNode, children: readonly string[], palette: Palette): string {
  if (palette !== PAGE_PALETTE) return children.join('');
  return element('a', { href: nodeHref(node) }, children);
}
