// What a template's markup uses that its browsers lack: elements, attributes, events that are listened to.
import { forScripts, lacking, lackingByName } from './known.mjs';

const tag = /<([a-z][a-z0-9-]*)((?:\s+[^\s=<>"'`]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?)*)\s*\/?>/g;
const attribute = /\s([^\s=<>"'`]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?/g;

export function markup(text, note, floor = forScripts) {
  for (const { 0: whole, 1: name, 2: attributes, index } of text.matchAll(tag)) {
    note(index, lacking(`html.elements.${name}`, floor));
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
