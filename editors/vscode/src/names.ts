// Names of Synergy, made of what people call things.

/** Words that open a declaration, and so name none. */
const RESERVED = ["use", "project", "claim", "matrix", "cell", "property", "technique", "chain", "ceiling", "phrase", "reference"];

/** A name in kebab-case for a title; nothing if the title has no letter or digit to make it of. */
export function nameOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (/^\d/.test(name)) return `p-${name}`;
  return RESERVED.includes(name) ? `${name}-project` : name;
}
