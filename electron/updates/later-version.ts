/** Of two versions as a feed says them: what is before a release (`1.2.0-dev`) comes before it. */
export function isLater(one: string, other: string): boolean {
  const [release = "", early] = parts(one);
  const [otherRelease = "", otherEarly] = parts(other);
  const order = byNumber(release, otherRelease);
  if (order !== 0) return order > 0;
  if (early === undefined || otherEarly === undefined)
    return early === undefined && otherEarly !== undefined;
  return byNumber(early, otherEarly) > 0;
}

const { compare: byNumber } = new Intl.Collator("en", { numeric: true });

function parts(version: string): readonly string[] {
  const at = version.indexOf("-");
  return at < 0 ? [version] : [version.slice(0, at), version.slice(at + 1)];
}
