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
  return hops.at(-Math.min(trusted, hops.length)) ?? address;
}
