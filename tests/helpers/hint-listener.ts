import { expect } from "vitest";
import type { Hint } from "../../shared/sync/protocol.ts";
import type { TestDevice } from "./server.ts";

/** Reads the stream until `enough` says so; answers the lines that came. */
export async function listenUntil(
  device: TestDevice,
  enough: (lines: readonly string[]) => boolean,
  started: () => Promise<unknown>,
): Promise<string[]> {
  const abort = new AbortController();
  const answer = await fetch(`${device.url}/v1/sync/stream`, {
    headers: { authorization: `Bearer ${device.access}` },
    signal: abort.signal,
  });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const lines: string[] = [];
  const decoder = new TextDecoder();
  let begun = false;
  for await (const chunk of answer.body ?? []) {
    lines.push(...decoder.decode(chunk).split("\n").filter(Boolean));
    if (!begun) {
      begun = true;
      await started();
    }
    if (enough(lines)) break;
  }
  abort.abort();
  return lines;
}

/** The hints among the lines of a stream. */
export function hintsOf(lines: readonly string[]): Hint[] {
  return lines
    .filter((line) => line.startsWith("data: "))
    .map((line) => JSON.parse(line.slice(6)) as Hint);
}
