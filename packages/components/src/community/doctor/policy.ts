import { parsed } from './address.ts';
import type { Finding } from './finding.ts';

/** What the browser tells of what it kept away, as an event or as a report. */
export interface Refusal {
  readonly directive: string;
  readonly blocked: string;
  readonly sample: string;
}

/** Where the browser names a directive more exactly than people write it. */
const written = (directive: string): string => directive.replace(/-(?:elem|attr)$/, '');

/** What has to be added to the policy, or nothing where it was not for us. */
function sourceOf({ directive, blocked, sample }: Refusal, origins: ReadonlySet<string>): string | undefined {
  if (directive === 'trusted-types') return sample.includes('lit-html') ? 'lit-html' : undefined;
  if (directive === 'img-src' && /^(?:blob|data)\b/.test(blocked)) return `${blocked.replace(/:.*$/s, '')}:`;
  const origin = parsed(blocked)?.origin;
  if (origin === undefined || !origins.has(origin)) return undefined;
  return origin === location.origin ? "'self'" : origin;
}

/** One finding for each line of the policy that has to change. `origins` are those of the server and of our code. */
export function policyFindings(refusals: readonly Refusal[], origins: ReadonlySet<string>): Finding[] {
  const findings = new Map<string, Finding>();
  for (const refusal of refusals) {
    const source = sourceOf(refusal, origins);
    if (!source) continue;
    const directive = written(refusal.directive);
    const what = refusal.blocked.replace(/[?#].*$/s, '');
    const key = `${directive} ${source}`;
    if (!findings.has(key)) findings.set(key, { kind: 'policy', values: { directive, source, what } });
  }
  return [...findings.values()];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Tells of what the page's policy refuses, also of what it refused before: browsers keep that for such an observer. */
export function watchPolicy(tell: (refusal: Refusal) => void): () => void {
  // A policy that only reports keeps nothing away.
  const heard = ({ effectiveDirective, blockedURI, sample, disposition }: SecurityPolicyViolationEvent): void => {
    if (disposition !== 'report') tell({ directive: effectiveDirective, blocked: blockedURI, sample });
  };
  document.addEventListener('securitypolicyviolation', heard);
  const observer =
    'ReportingObserver' in globalThis
      ? new ReportingObserver(
          (reports) => {
            for (const { body } of reports) {
              if (!body || Reflect.get(body, 'disposition') === 'report') continue;
              const [directive, blocked, sample] = ['effectiveDirective', 'blockedURL', 'sample'].map((name) =>
                text(Reflect.get(body, name)),
              );
              tell({ directive: directive ?? '', blocked: blocked ?? '', sample: sample ?? '' });
            }
          },
          { types: ['csp-violation'], buffered: true },
        )
      : undefined;
  observer?.observe();
  return () => {
    document.removeEventListener('securitypolicyviolation', heard);
    observer?.disconnect();
  };
}
