/** Digits of a check-in code. */
const digits = /^\d{6}$/;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What a scanned code says of an action's check-in: the six digits, or that it is another action's, or nothing of ours.
 * @param template - the area's `links.checkIn`, as `/actions.html?action={id}&code={code}`: what the code on a check-in
 * screen was made from
 */
export function readScanned(
  scanned: string,
  { id, template = '' }: { id: string; template?: string | undefined },
): { code: string } | 'other-action' | 'other' {
  const said = scanned.normalize('NFKC').trim();
  if (digits.test(said)) return { code: said };
  const { action, code } = byTemplate(said, template) ?? byAddress(said);
  if (code === undefined || !digits.test(code)) return 'other';
  return action === undefined || action === id ? { code } : 'other-action';
}

interface Parts {
  readonly action?: string | undefined;
  readonly code?: string | undefined;
}

function byTemplate(said: string, template: string): Parts | undefined {
  if (!template.includes('{code}')) return undefined;
  // The template may be a path, and what is scanned is a whole address.
  const pattern = escaped(template).replace('\\{id\\}', '(?<action>[^/?#&]+)').replace('\\{code\\}', '(?<code>[^/?#&]+)');
  return new RegExp(`${pattern}$`).exec(said)?.groups;
}

/** Where the area names no page for it, or has another one by now. */
function byAddress(said: string): Parts {
  try {
    const { searchParams } = new URL(said);
    return { action: searchParams.get('action') ?? undefined, code: searchParams.get('code') ?? undefined };
  } catch {
    return {};
  }
}
