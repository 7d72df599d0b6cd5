/**
 * Runs once, before the first request. Next 16.4 sends the Location of a redirect twice when it also keeps it
 * (vercel/next.js#82117); whoever joins the two is led to an address that does not exist.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { ServerResponse } = await import('node:http');
  const append = ServerResponse.prototype.appendHeader;
  ServerResponse.prototype.appendHeader = function (name, value) {
    return name.toLowerCase() === 'location' ? this.setHeader(name, value) : append.call(this, name, value);
  };
}
