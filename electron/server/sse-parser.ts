/** One thing that arrived on a text/event-stream. */
export type SseItem =
  | { readonly kind: "event"; readonly name: string; readonly data: string }
  | { readonly kind: "comment"; readonly text: string };

/** A line longer than this is no event of ours; the parser then refuses rather than fill the memory. */
const MAX_LINE = 1024 * 1024;

/**
 * Parses a stream that comes in pieces cut anywhere, within a line or between CR and LF included. `feed` returns what
 * became complete; it throws on an endless line.
 */
export function createSseParser(): { feed(text: string): readonly SseItem[] } {
  let rest = "";
  let name = "";
  let data: string[] = [];

  function take(line: string, into: SseItem[]): void {
    if (line === "") {
      if (data.length > 0)
        into.push({
          kind: "event",
          name: name === "" ? "message" : name,
          data: data.join("\n"),
        });
      name = "";
      data = [];
      return;
    }
    if (line.startsWith(":")) {
      into.push({ kind: "comment", text: line.slice(1).trim() });
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") data.push(value);
    else if (field === "event") name = value;
  }

  return {
    feed: (text) => {
      const items: SseItem[] = [];
      rest += text;
      for (;;) {
        const end = rest.search(/[\r\n]/);
        // A lone CR at the very end may be the first half of CR LF.
        if (end < 0 || (rest[end] === "\r" && end === rest.length - 1)) break;
        take(rest.slice(0, end), items);
        rest = rest.slice(rest.startsWith("\r\n", end) ? end + 2 : end + 1);
      }
      if (rest.length > MAX_LINE) throw new Error("endless line in the stream");
      return items;
    },
  };
}
