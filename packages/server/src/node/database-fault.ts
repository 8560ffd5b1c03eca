import type { Language } from '@five-micro/contract';
import { fill } from './language.ts';
import { PlainError } from './plain-error.ts';

const words = {
  none: { 'zh-CN': '{dataDir} 里没有数据库。', en: 'There is no database in {dataDir}.' },
  'no-tables': {
    'zh-CN': '数据库里还没有表，或者还是旧版本的：先运行“five-micro migrate”。',
    en: 'The database has no tables yet, or those of an older version: run "five-micro migrate" first.',
  },
  held: {
    'zh-CN': '另一个进程正用着 {dataDir} 里的内嵌数据库：先停下它，或者换一个 DATA_DIR。',
    en: 'Another process is using the embedded database in {dataDir}: stop that one first, or choose another DATA_DIR.',
  },
  unreachable: {
    'zh-CN': '连不上 DATABASE_URL 写的 PostgreSQL（{error}）。',
    en: 'PostgreSQL at DATABASE_URL cannot be reached: {error}',
  },
} satisfies Record<string, Record<Language, string>>;

/** Why a database did not open. A command that speaks Chinese says it in Chinese. */
export class DatabaseFault extends PlainError {
  readonly #fault: keyof typeof words;
  readonly #params: Record<string, string>;
  constructor(fault: keyof typeof words, params: Record<string, string> = {}) {
    super(fill(words[fault].en, params));
    this.#fault = fault;
    this.#params = params;
  }
  in(language: Language): string {
    return fill(words[this.#fault][language], this.#params);
  }
}
