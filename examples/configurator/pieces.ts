// The pieces to copy, with where each of them goes.
import { copy, made, part, say, where } from './page.ts';
import { type Choice, isBundled, loginScript, policyFor, snippetFor, styleFor, type Target } from './snippets.ts';

interface Piece {
  name: 'code' | 'box' | 'style' | 'policy' | 'sri' | 'origin';
  title: string;
  where: string;
  text: string;
}

function piecesOf(target: Target, choice: Choice, site: string): Piece[] {
  const foreign = choice.server !== '';
  return [
    { name: 'code', title: say.code, where: where[target], text: snippetFor(target, choice) },
    ...(choice.tokenUrl && !choice.loginUrl
      ? [{ name: 'box', title: say.box, where: say['box-where'], text: loginScript } as const]
      : []),
    {
      name: 'style',
      title: say.style,
      where: say[target === 'wechat' ? 'style-file' : 'style-where'],
      text: styleFor(choice.elements),
    },
    {
      name: 'policy',
      title: say.policy,
      where: say['policy-where'],
      text: `Content-Security-Policy: ${policyFor(choice.server, target)}`,
    },
    ...(choice.pinned && !isBundled(target)
      ? [{ name: 'sri', title: say.sri, where: say['sri-where'], text: choice.pinned.integrity } as const]
      : []),
    ...(foreign
      ? [{ name: 'origin', title: say.origin, where: say['origin-where'], text: `ALLOWED_ORIGINS=${site}` } as const]
      : []),
  ];
}

function shown({ name, title, where: to, text }: Piece): HTMLElement {
  const code = made('code', {}, text);
  const button = made('button', { type: 'button', 'aria-label': `${say.copy} ${title}` }, say.copy);
  button.addEventListener('click', () => void copy(text, code));
  return made(
    'article',
    { class: `piece ${name}`, 'data-piece': name },
    made('header', {}, made('div', {}, made('h3', {}, title), made('p', { class: 'small' }, to)), button),
    made('pre', { tabindex: '0', role: 'group', 'aria-label': title }, code),
  );
}

export function showPieces(target: Target, choice: Choice, site: string): void {
  part('pieces').replaceChildren(...(choice.elements.length ? piecesOf(target, choice, site).map(shown) : []));
}
