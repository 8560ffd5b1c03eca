/**
 * The caller's address as the outermost of the proxies that are trusted saw it; what stands before that in
 * `X-Forwarded-For` anyone may have written.
 */
export function behindProxies(request: Request, address: string, trusted: number): string {
  if (trusted === 0) return address;
  const hops = (request.headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  // Fewer hops than proxies: it did not come through all of them, and what stands there anyone may have written.
  return hops.at(-trusted) ?? address;
}
