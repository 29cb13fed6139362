/** What happened, as a hash that two runs of one seed share, and as text when somebody wants to read it. */
export interface Trace {
  say(line: string): void;
  hash(): string;
  lines(): readonly string[];
}

export function createTrace(keep: boolean): Trace {
  let hash = 0x811c9dc5;
  const lines: string[] = [];
  return {
    say(line) {
      for (let i = 0; i < line.length; i += 1)
        hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193);
      if (keep) lines.push(line);
    },
    hash: () => (hash >>> 0).toString(16).padStart(8, "0"),
    lines: () => lines,
  };
}
