import type { ToProjection } from "./projection/messages.ts";
import { serveProjection } from "./projection/serve-projection.ts";

const receive = serveProjection((message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToProjection>) => receive(data);
