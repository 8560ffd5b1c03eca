import type { FiveMicroCore } from '@five-micro/sdk';
import { noChange } from 'lit';
import { Directive, type DirectiveResult, directive, type ElementPart } from 'lit/directive.js';
import type { Lang, Mode, Theme } from './options.ts';

/** Where an element stands. */
export interface Where {
  readonly client: FiveMicroCore | undefined;
  readonly area: string;
  readonly lang: Lang;
  readonly mode: Mode;
  readonly theme: Theme;
}

class WithinDirective extends Directive {
  render(_where: Where, _headingLevel?: number): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [{ client, area, lang, mode, theme }, headingLevel]: [Where, number?]): unknown {
    const level = headingLevel === undefined ? {} : { headingLevel };
    Object.assign(element, { client, area, lang, mode, theme, ...level });
    return noChange;
  }
}

/** Hands on to an element of ours where the one around it stands: `<fm-wish-form ${within(this.community, 3)}>`. */
export const within: (where: Where, headingLevel?: number) => DirectiveResult = directive(WithinDirective);
