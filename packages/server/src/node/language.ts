import type { Language } from '@five-micro/contract';
import { PlainError } from './plain-error.ts';

/** Chinese on a Chinese terminal, unless asked otherwise with `--lang`. */
export function languageOf(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (asked !== undefined && asked !== 'zh-CN' && asked !== 'en')
    throw new PlainError(`--lang must be zh-CN or en, not "${asked}".`);
  return asked ?? (/^zh/i.test(env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '') ? 'zh-CN' : 'en');
}

/** `{name}` in words. */
export const fill = (template: string, params: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
