import { describe, expect, it } from 'vitest';
import { judge } from './judge.mjs';
import { script } from './scripts.mjs';

const found = (code: string): string[] => script(code).map(({ feature }) => feature);

describe('what the oldest phones lack is found in a script', () => {
  it.each([
    ['Promise.withResolvers', 'const { resolve } = Promise.withResolvers();', 'javascript.builtins.Promise.withResolvers'],
    ['URL.canParse', 'if (URL.canParse(x)) go();', 'api.URL.canParse_static'],
    ['AbortSignal.any', 'fetch(x, { signal: AbortSignal.any([a, b]) });', 'api.AbortSignal.any_static'],
    ['what Chrome has had since 100 alone', 'signal.throwIfAborted();', 'api.AbortSignal.throwIfAborted'],
    ['the same by way of the window', 'globalThis.AbortSignal.any([a, b]);', 'api.AbortSignal.any_static'],
    ['a global', 'scheduler.yield();', 'api.scheduler'],
    ['a method by its name alone', 'list.toSorted();', 'javascript.builtins.Array.toSorted'],
    ['a method of what is made right there', 'new Set(a).union(b);', 'javascript.builtins.Set.union'],
    ['a method of iterators', 'map.values().map(f);', 'javascript.builtins.Iterator.map'],
    ['a method by its name in backquotes', 'AbortSignal[`any`]([a, b]);', 'api.AbortSignal.any_static'],
    ['one taken out of its owner', 'const { any } = AbortSignal;', 'api.AbortSignal.any_static'],
    ['one taken out of the window', 'const { scheduler } = globalThis;', 'api.scheduler'],
    ['one taken out of a prototype', 'const { showPopover } = HTMLElement.prototype;', 'api.HTMLElement.showPopover'],
    ['one of what is called otherwise', 'const s = AbortSignal; const t = s; t.any([a, b]);', 'api.AbortSignal.any_static'],
    ['one of the window by another name', 'const w = globalThis; w.scheduler;', 'api.scheduler'],
    [
      'one taken out of the document by another name',
      'const d = document; const { startViewTransition } = d;',
      'api.Document.startViewTransition',
    ],
    [
      'what a tag says of its looks',
      'const t = h`<p class="a" style="color:red;height:100dvh">x</p>`;',
      'css.types.length.viewport_percentage_units_dynamic',
    ],
    ['a popover by its name alone', 'menu.showPopover();', 'api.HTMLElement.showPopover'],
    ['an event', "box.addEventListener('scrollsnapchange', f);", 'api.Document.scrollsnapchange_event'],
    ['an event, as a property', 'box.onscrollend = f;', 'api.Document.scrollend_event'],
    ['an attribute that a script sets', "box.setAttribute('popover', 'manual');", 'html.global_attributes.popover'],
    ['a selector, which throws where it is not known', "box.matches(':popover-open');", 'css.selectors.popover-open'],
    [
      'a static block, which Safari before 16.4 cannot read',
      'class A { static { A.x = 1; } }',
      'javascript.classes.static.initialization_blocks',
    ],
    [
      'a lookbehind, which Safari before 16.4 cannot read',
      'x.replace(/(?<=a)b/, y);',
      'javascript.regular_expressions.lookbehind_assertion',
    ],
    ['one that is put together', "new RegExp('(?<!a)b');", 'javascript.regular_expressions.lookbehind_assertion'],
    ['one that is put together without new', 'RegExp(`(?<!${a})b`);', 'javascript.regular_expressions.lookbehind_assertion'],
    ['syntax of later years', 'const { a } = b; using c = d();', 'ES2022'],
    ['a flag of later years', 'const a = /[\\p{L}--[a-z]]/v;', 'ES2022'],
    ['an attribute in a template', 'const t = h`<div popover><p>x</p></div>`;', 'html.global_attributes.popover'],
  ])('%s', (_what, code, feature) => {
    expect(found(code)).toContain(feature);
  });

  it('and not what is asked for first, is one’s own, or is known', () => {
    expect(found("if (typeof scheduler === 'object') go();")).toEqual([]);
    expect(found('const scheduler = mine(); scheduler.post();')).toEqual([]);
    expect(found('const a = list.at(-1) ?? crypto.subtle; a.c ||= Object.hasOwn(b, 1);')).toEqual([]);
    expect(found('let s = AbortSignal; s = mine; s.any([a, b]);')).toEqual([]);
    expect(found('Object.values(x).map(f); client.list().take(3); const { take } = x;')).toEqual([]);
    expect(found('const t = h`<button type="button" ?disabled=${x} @click=${y}>x</button>`;')).toEqual([]);
  });
});

describe('what the oldest phones lack is found in styles', () => {
  const inStyles = (css: string) => found(`const s=t\`${css}\`;`);

  it.each([
    ['nesting', '.a{color:red;& b{color:blue}}', 'css.selectors.nesting'],
    ['nesting without a sign', '.a{color:red;.b{color:blue}}', 'css.selectors.nesting'],
    ['nesting of a question', '.a{color:red;@media (min-width:9px){color:blue}}', 'css.selectors.nesting'],
    ['a colour made of another', '.a{color:rgb(from red r g b/.5)}', 'css.types.color.rgb.relative_syntax'],
    ['a line of points', '.a{transition-timing-function:linear(0,.5,1)}', 'css.types.easing-function.linear-function'],
    ['the nth of some', '.a:nth-child(2 of .b){color:red}', 'css.selectors.nth-child.of_syntax'],
    [
      'a container asked for its style',
      '@container style(--a:1){.a{color:red}}',
      'css.at-rules.container.style_queries_for_custom_properties',
    ],
    ['anchor positioning', '.a{position-anchor:--b;top:anchor(bottom)}', 'css.properties.position-anchor'],
    ['a function', '.a{color:color-mix(in srgb,red,blue)}', 'css.types.color.color-mix'],
    ['one in a custom property, where nothing falls back', '.a{--c:light-dark(#000,#fff)}', 'css.types.color.light-dark'],
    ['a word of a known property', '.a{text-wrap:balance}', 'css.properties.text-wrap'],
    ['an at-rule', '@starting-style{.a{opacity:0}}', 'css.at-rules.starting-style'],
    ['a selector', '.a:popover-open{color:red}', 'css.selectors.popover-open'],
    ['a unit', '.a{height:100dvh}', 'css.types.length.viewport_percentage_units_dynamic'],
  ])('%s', (_what, css, feature) => {
    expect(inStyles(css)).toContain(feature);
  });

  it('and not what a browser is asked about, or is told in older words before', () => {
    expect(inStyles('@supports (color:light-dark(#000,#fff)){.a{--c:light-dark(#000,#fff)}}')).toEqual([]);
    expect(inStyles('.a{height:100vh;height:100dvh}')).toEqual([]);
    expect(inStyles('@container (min-width:600px){.a:has(b){color:red}}')).toEqual([]);
  });

  it('but what is asked about is not what was meant', () => {
    expect(inStyles('@supports (color:light-dark(#000,#fff)){.a{text-wrap:balance}}')).toContain('css.properties.text-wrap');
  });

  it('at its place in the file, behind what a script puts in', () => {
    const code = 'const s=t`${a}.b{color:red}${c}.d{height:100dvh}`;';
    expect(script(code).map(({ offset }) => code.slice(offset, offset + 6))).toEqual(['100dvh']);
  });
});

describe('an allowance', () => {
  const files = [{ path: 'embed/core.js', code: 'a\nb', found: [{ offset: 2, feature: 'api.X', by: ['Safari iOS 15.4'] }] }];
  const allowance = { feature: 'api.X', in: /core/, why: 'It asks first.' };

  it('lets its feature pass in its files alone', () => {
    expect(judge(files, [])).toEqual(['embed/core.js:2:1 api.X: not in Safari iOS 15.4']);
    expect(judge(files, [allowance])).toEqual([]);
    expect(judge([...files, { ...files[0]!, path: 'embed/wall.js' }], [allowance])).toHaveLength(1);
  });

  it('that nothing needs is a mistake itself', () => {
    expect(judge(files, [allowance, { ...allowance, feature: 'api.Y' }])).toEqual([
      'Nothing needs to be allowed api.Y in /core/ any more.',
    ]);
  });
});
