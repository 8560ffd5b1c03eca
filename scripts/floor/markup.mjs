// What a template's markup uses that its browsers lack: elements, attributes, events that are listened to.
import { forScripts, lacking, lackingByName } from './known.mjs';
import { styles } from './styles.mjs';

const tag = /<([a-z][a-z0-9-]*)((?:\s+[^\s=<>"'`]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?)*)\s*\/?>/g;
const attribute = /\s([^\s=<>"'`]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?/g;

export function markup(text, note, floor = forScripts) {
  for (const { 0: whole, 1: name, 2: attributes, index } of text.matchAll(tag)) {
    note(index, lacking(`html.elements.${name}`, floor));
    for (const found of attributes.matchAll(/\sstyle\s*=\s*(["'])(.*?)\1/gs))
      declarations(found[2], (at, what) =>
        note(index + whole.indexOf(attributes) + found.index + found[0].length - found[2].length - 1 + at, what),
      );
    if (name.includes('-')) continue;
    for (const found of attributes.matchAll(attribute)) {
      const at = index + whole.indexOf(attributes) + found.index + 1;
      const [, written] = found;
      if (written.startsWith('@')) note(at, lackingByName('event', written.slice(1), floor));
      else if (written.startsWith('.')) note(at, lackingByName('property', written.slice(1), floor));
      else {
        const plain = written.replace(/^\?/, '');
        note(at, lacking([`html.elements.${name}.${plain}`, `html.global_attributes.${plain}`], floor));
      }
    }
  }
}

/** What `style="…"` says. */
function declarations(text, note) {
  styles(`a{${text}}`, (at, what) => note(Math.max(0, at - 2), what));
}
