import type { ToErp } from "./erp/messages.ts";
import { serveErp } from "./erp/serve-erp.ts";

const receive = serveErp((message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToErp>) => receive(data);
