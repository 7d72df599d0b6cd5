import { qrPath } from '../../lib/qr';
import { element } from './markup';

/**
 * A text as a QR code that stands alone: dark on light, whatever is around it. `side`: its width in CSS pixels. Null: the
 * text is too long for one.
 */
export function qrSvg(text: string, alt: string, side: number): string | null {
  const code = qrPath(text);
  if (code === null) return null;
  const { path, size } = code;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size} ${size}`,
      width: side,
      height: side,
      role: 'img',
      'aria-label': alt,
      'shape-rendering': 'crispEdges',
    },
    [element('path', { d: `M0 0h${size}v${size}H0z`, fill: '#fff' }), element('path', { d: path, fill: '#000' })],
  );
}
