/** Gives names out of letters, digits and underscores, each once. */
export function createNames() {
  const taken = new Set<string>();
  return (wish: string): string => {
    let name = wish;
    for (let number = 2; taken.has(name); number += 1) {
      name = `${wish}_${number}`;
    }
    taken.add(name);
    return name;
  };
}

/** A text of any script as a name for Terraform; `fallback` where nothing of it is left. */
export function slugOf(text: string, fallback: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(slug) ? slug : ['irm', slug || fallback].join('_');
}
