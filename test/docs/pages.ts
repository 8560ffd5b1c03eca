import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lexer } from 'marked';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A fenced block of a page. */
export interface Block {
  /** As `docs/login.md, block 3 (js)`. */
  name: string;
  page: string;
  language: string;
  code: string;
  /** The file that it is cut out of, by a comment before it: `<!-- file: examples/… -->`. */
  file: string | undefined;
}

export interface Page {
  path: string;
  text: string;
  blocks: Block[];
  /** What stands in backquotes within a line. */
  spans: string[];
  links: string[];
  /** The names of its headings, as they are linked to. */
  anchors: Set<string>;
}

const paths = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/zh'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)),
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`),
].filter((path) => path.endsWith('.md'));

/** As GitHub names a heading. */
const anchorOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

interface Cell {
  tokens: Piece[];
}
/** A piece of Markdown, as far as it is read here. */
interface Piece {
  type?: string;
  raw?: string;
  text?: string;
  lang?: string;
  href?: string;
  tokens?: Piece[];
  items?: Piece[];
  header?: Cell[];
  rows?: Cell[][];
}

const inside = ({ tokens = [], items = [], header = [], rows = [] }: Piece): Piece[] => [
  ...tokens,
  ...items,
  ...[header, ...rows].flat().flatMap((cell) => cell.tokens),
];

function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  const page: Page = { path, text, blocks: [], spans: [], links: [], anchors: new Set() };
  const read = (pieces: readonly Piece[]): void => {
    for (const [index, piece] of pieces.entries()) {
      const { type, text: words = '', lang: language = '', href } = piece;
      if (type === 'code')
        page.blocks.push({
          name: `${path}, block ${page.blocks.length + 1} (${language})`,
          page: path,
          language,
          code: words,
          file: /<!-- file: (\S+) -->/.exec(pieces[index - 1]?.raw ?? '')?.[1],
        });
      if (type === 'codespan') page.spans.push(words);
      if (type === 'heading') page.anchors.add(anchorOf(words.replaceAll('`', '')));
      if (href !== undefined) page.links.push(href);
      read(inside(piece));
    }
  };
  read(lexer(text));
  return page;
}

/** Everything that is written for readers, page by page. */
export const pages: readonly Page[] = paths.map(readPage);
export const blocks: readonly Block[] = pages.flatMap((page) => page.blocks);
export const pageAt = (path: string): Page => {
  const page = pages.find((one) => one.path === path);
  if (!page) throw new Error(`There is no ${path}.`);
  return page;
};
