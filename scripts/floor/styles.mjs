// What styles use that their browsers lack, and that they do not say a second time for those.
import { parse, walk } from 'css-tree';
import { cssFunction, forStyles, lacking } from './known.mjs';

/** A rule with a declaration in it, or with a rule; markup has tags. */
export const isStyles = (text) => /\{\s*[-\w]+\s*:\s*[^\s{]|\)\s*\{[^{}:;]+\{/.test(text) && !/<\/?[a-z]/i.test(text);

const units = {
  ...Object.fromEntries(['cqw', 'cqh', 'cqi', 'cqb', 'cqmin', 'cqmax'].map((unit) => [unit, 'container_query_length_units'])),
  ...Object.fromEntries(
    ['d', 's', 'l'].flatMap((kind) =>
      ['vw', 'vh', 'vi', 'vb', 'vmin', 'vmax'].map((unit) => [
        kind + unit,
        `viewport_percentage_units_${{ d: 'dynamic', s: 'small', l: 'large' }[kind]}`,
      ]),
    ),
  ),
  ...Object.fromEntries(['cap', 'ic', 'lh', 'rlh', 'rcap', 'rch', 'rex', 'ric'].map((unit) => [unit, unit])),
};

const styleQuery = 'css.at-rules.container.style_queries_for_custom_properties';

/**
 * What one node of a stylesheet needs, by MDN's names. A value's words mean something with their property alone.
 * @param property - of the declaration around, if any
 */
function featuresOf(node, { property, atRule, isNested }) {
  switch (node.type) {
    case 'Atrule':
      return [`css.at-rules.${node.name}`, ...(isNested ? ['css.selectors.nesting'] : [])];
    case 'Rule':
      return isNested ? ['css.selectors.nesting'] : [];
    case 'Raw':
      // A rule without a sign of its own inside a rule.
      return isNested && !property && node.value.includes('{') ? ['css.selectors.nesting'] : [];
    case 'NestingSelector':
      return ['css.selectors.nesting'];
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      // With a maker's name before it, it is meant for that maker's browsers.
      return node.name.startsWith('-') ? [] : [`css.selectors.${node.name}`];
    case 'Nth':
      return node.selector ? ['css.selectors.nth-child.of_syntax'] : [];
    case 'FeatureFunction':
      return atRule === 'container' && node.feature === 'style' ? [styleQuery] : [];
    case 'Feature':
      return [`css.at-rules.${atRule}.${node.name}`];
    case 'FeatureRange':
      return atRule === 'media' ? ['css.at-rules.media.range_syntax'] : [];
    case 'Declaration':
      return node.property.startsWith('-') ? [] : [`css.properties.${node.property}`];
    case 'Identifier':
      return property ? [`css.properties.${property}.${node.name}`] : [];
    case 'Function': {
      const known = node.name === 'linear' ? 'css.types.easing-function.linear-function' : cssFunction(node.name);
      const from = node.children.first;
      const isRelative = from?.type === 'Identifier' && from.name === 'from';
      return [
        ...(property ? [`css.properties.${property}.${node.name}`] : []),
        ...(known ? [known] : []),
        ...(known && isRelative ? [`${known}.relative_syntax`] : []),
      ];
    }
    case 'Dimension':
      return units[node.unit] ? [`css.types.length.${units[node.unit]}`] : [];
    default:
      return [];
  }
}

/**
 * @param note - `(offset, { feature, by })`
 */
export function styles(text, note, floor = forStyles) {
  let tree;
  try {
    tree = parse(text, { positions: true, parseCustomProperty: true, onParseError: () => undefined });
  } catch {
    // A piece of a rule, which a script puts together.
    return;
  }
  const stack = [];
  const lacks = (node, around) => {
    const all = featuresOf(node, around);
    return all.map((feature) => lacking(feature, floor)).filter(({ by }) => by.length > 0);
  };
  const contextOf = () => ({
    property: stack.findLast(({ type }) => type === 'Declaration')?.property,
    atRule: stack.findLast(({ type }) => type === 'Atrule')?.name,
    isNested: stack.filter(({ type }) => type === 'Rule').length > 0,
  });
  walk(tree, {
    enter(node) {
      const here = contextOf();
      const condition = stack.some(({ type, name }, i) => type === 'Atrule' && name === 'supports' && stack[i + 1] === node);
      for (const lack of lacks(node, here)) {
        if (condition || isInCondition(stack) || isAsked(stack, lack.feature, lacks) || isSaidBefore(stack, node, lacks))
          continue;
        note(node.loc?.start.offset ?? 0, lack);
      }
      stack.push(node);
    },
    leave() {
      stack.pop();
    },
  });
}

/** What a selector needs that a script asks for: where it is not known, that throws. */
export function selectors(text, note, floor) {
  try {
    walk(parse(text, { context: 'selectorList' }), (node) => {
      for (const feature of featuresOf(node, {})) note(lacking(feature, floor));
    });
  } catch {
    // It is put together elsewhere.
  }
}

/** In the question of an `@supports` itself. */
const isInCondition = (stack) =>
  stack.some(({ type, name }, i) => type === 'Atrule' && name === 'supports' && stack[i + 1]?.type === 'AtrulePrelude');

/** Inside an `@supports` that asks for just this. */
function isAsked(stack, feature, lacks) {
  return stack.some(({ type, name, prelude }, i) => {
    if (type !== 'Atrule' || name !== 'supports' || stack[i + 1]?.type !== 'Block' || !prelude) return false;
    let asked = false;
    const around = [];
    walk(prelude, {
      enter(node) {
        const property = around.findLast(({ type }) => type === 'Declaration')?.property;
        asked ||= lacks(node, { property }).some((one) => one.feature === feature);
        around.push(node);
      },
      leave: () => void around.pop(),
    });
    return asked;
  });
}

/** The same property stands above in the same rule, in words that every browser knows: who does not know these takes those. */
function isSaidBefore(stack, node, lacks) {
  const declaration = node.type === 'Declaration' ? undefined : stack.findLast(({ type }) => type === 'Declaration');
  const block = stack.findLast(({ type }) => type === 'Block');
  if (!declaration || !block || declaration.property.startsWith('--')) return false;
  const above = block.children.toArray();
  return above.slice(0, above.indexOf(declaration)).some((one) => {
    if (one.type !== 'Declaration' || one.property !== declaration.property) return false;
    let known = true;
    walk(one.value, (part) => {
      if (lacks(part, { property: one.property }).length) known = false;
    });
    return known;
  });
}
