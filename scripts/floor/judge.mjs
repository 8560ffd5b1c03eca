// Which of what was found is allowed, and which allowance nothing needs any more.

const place = (code, offset) => {
  const before = code.slice(0, offset).split('\n');
  return `${before.length}:${before.at(-1).length + 1}`;
};

/**
 * @param files - `{ path, code, found }`
 * @param allowed - `{ feature, in, why }`: uses that ask first, or that nobody misses; `in` matches paths
 * @returns lines for whoever has to mend it; none where all is well
 */
export function judge(files, allowed) {
  const used = new Set();
  const lines = new Set();
  for (const { path, code, found } of files) {
    for (const { offset, feature, by } of found) {
      const allowance = allowed.find((one) => `${feature}.`.startsWith(`${one.feature}.`) && one.in.test(path));
      if (allowance) used.add(allowance);
      else lines.add(`${path}:${place(code, offset)} ${feature}: not in ${by.join(', ')}`);
    }
  }
  for (const one of allowed) if (!used.has(one)) lines.add(`Nothing needs to be allowed ${one.feature} in ${one.in} any more.`);
  return [...lines];
}
