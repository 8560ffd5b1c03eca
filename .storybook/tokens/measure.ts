// What the tokens of the story's element really are: the theme's, the page's and the editor's together.
import manifest from 'virtual:five-micro/manifest';
import type { Measured, Token } from '../channel.ts';
import type { Rgba } from './contrast.ts';
import { type Edits, valueOf } from './rule.ts';

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

const described = new Map(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ cssProperties = [] }) => cssProperties)
    .map(({ name, description = '' }) => [name, description]),
);

/** The first element that has tokens. */
function wearer(root: ParentNode): { element: HTMLElement; inside: Element } | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('fm-community *')) {
    const inside = element.shadowRoot?.querySelector('.fm');
    if (inside) return { element, inside };
  }
  return undefined;
}

/** A place where values can be tried on, by day and by night. */
function fittingRoom() {
  const probe = document.createElement('i');
  document.body.append(probe);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  return {
    colour(value: string, scheme: Scheme): Rgba | undefined {
      probe.style.colorScheme = scheme;
      probe.style.color = '';
      probe.style.color = value;
      if (!canvas || !probe.style.color) return undefined;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    },
    leave: () => probe.remove(),
  };
}

const hex = (channel: number) => channel.toString(16).padStart(2, '0');
const written = ([red, green, blue, alpha]: Rgba): string =>
  alpha === 1 ? `#${hex(red)}${hex(green)}${hex(blue)}` : `rgb(${red} ${green} ${blue} / ${Number(alpha.toFixed(2))})`;

export function measure(root: ParentNode): Measured | undefined {
  const found = wearer(root);
  if (!found) return undefined;
  const { element, inside } = found;
  const style = getComputedStyle(inside);
  const room = fittingRoom();
  const colours: Record<Scheme, Record<string, Rgba>> = { light: {}, dark: {} };
  const tokens = [...described].flatMap(([name, description]): Token[] => {
    const value = name === '--fm-font' ? style.fontFamily : style.getPropertyValue(name).trim();
    if (!value) return [];
    const [light, dark] = schemes.map((scheme) => room.colour(value, scheme));
    if (!light || !dark) {
      const kind = CSS.supports('width', value) && value !== '0' ? 'length' : 'other';
      return [{ name, description, kind, light: value, dark: value }];
    }
    const short = name.replace('--fm-', '');
    colours.light[short] = light;
    colours.dark[short] = dark;
    return [{ name, description, kind: 'colour', light: written(light), dark: written(dark) }];
  });
  room.leave();
  return {
    tag: element.localName,
    isElder: element.dataset['mode'] === 'elder',
    scheme: style.colorScheme.includes('dark') ? 'dark' : 'light',
    tokens,
    colours,
  };
}

let worn: readonly string[] = [];

/** Puts values on the page, as a portal's stylesheet would. */
export function wear(edits: Edits): void {
  const { style } = document.documentElement;
  for (const name of worn) style.removeProperty(name);
  worn = Object.keys(edits);
  for (const [name, edit] of Object.entries(edits)) style.setProperty(name, valueOf(edit));
}
