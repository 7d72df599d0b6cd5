// (b) The least that a route of this framework can be.
export const dynamic = 'force-dynamic';

export function GET() {
  return Response.json({ data: { id: 'C1' } });
}
