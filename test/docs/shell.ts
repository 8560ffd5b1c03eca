/** A command of a shell block: what is set for it, and its words. */
export interface ShellCommand {
  settings: string[];
  words: string[];
}

const operators = new Set(['|', '&&', '||', ';']);

/** The commands of a block, one after the other, as far as documentation writes shell: no loops, no functions. */
export function commandsIn(code: string): ShellCommand[] {
  return code
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .flatMap((line) => split(wordsOf(line)));
}

/** Words with their quotes taken off; what follows a `#` is a remark. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:'[^']*'|"[^"]*"|\$\([^)]*\)|[^\s'"$]|\$(?!\())+/g) ?? [];
  const remark = words.findIndex((word) => word.startsWith('#'));
  return (remark < 0 ? words : words.slice(0, remark)).map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}

function split(words: string[]): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let rest = words;
  while (rest.length > 0) {
    const end = rest.findIndex((word) => operators.has(word));
    const one = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? [] : rest.slice(end + 1);
    const redirected = one.findIndex((word) => /^[<>]/.test(word));
    const own = redirected < 0 ? one : one.slice(0, redirected);
    const first = own.findIndex((word) => !/^[A-Z_]+=/.test(word));
    const settings = (first < 0 ? own : own.slice(0, first)).map((word) => word.split('=')[0] ?? '');
    commands.push({ settings, words: first < 0 ? [] : withoutAccount(own.slice(first)) });
  }
  return commands;
}

/** `runuser -u postgres -- pg_dump …` is pg_dump's. */
const withoutAccount = (words: string[]): string[] => (words[0] === 'runuser' ? words.slice(words.indexOf('--') + 1) : words);
