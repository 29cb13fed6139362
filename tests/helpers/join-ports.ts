import type { FeedPort, Feeds } from "../../renderer/local-store/feeds.ts";
import type { ToProjection } from "../../renderer/local-store/projection/messages.ts";

/** Both ends of the port between store worker and projection in this thread. */
export function joinPorts(
  feeds: Feeds,
  receive: (message: ToProjection) => void,
  isRunning: () => boolean = () => true,
): void {
  type End = { onmessage: ((event: MessageEvent) => void) | null };
  const sendTo = (end: () => End) => (message: unknown) => {
    if (isRunning())
      end().onmessage?.({ data: structuredClone(message) } as MessageEvent);
  };
  const store: FeedPort = {
    onmessage: null,
    postMessage: sendTo(() => projection),
  };
  const projection = {
    onmessage: null,
    postMessage: sendTo(() => store),
  } as unknown as MessagePort;
  feeds.connect(store);
  receive({ kind: "feed", port: projection });
}
