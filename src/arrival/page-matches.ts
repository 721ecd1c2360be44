/**
 * Whether a path fits a pattern, in which `*` stands for anything, also for nothing; every other character
 * stands for itself. A slash at the end makes no difference: `/pricing` and `/blog/*` fit `/pricing/` and
 * `/blog`. Linear in the length of the path: each part between stars is looked for once, from left to right.
 */
export const pageMatches = (pattern: string, path: string): boolean =>
  fits(pattern, path) || fits(pattern, withSlash(path)) || fits(pattern, withoutSlash(path));

const withoutSlash = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : path);
const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

const fits = (pattern: string, path: string): boolean => {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return pattern === path;
  if (!path.startsWith(head)) return false;
  let at = head.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.endsWith(tail) && path.length - tail.length >= at;
};
