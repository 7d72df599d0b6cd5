import { qrPath } from '../lib/qr';

/** A text as a QR code, for a camera. Always dark on light: many apps do not read it the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qrPath(text);
  if (code === null) return null;
  const { size, path } = code;
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
