import "../../platform/zod-without-eval.ts";
import { reducePicture } from "../../platform/reduce-picture.ts";
import type { ToImport } from "./messages.ts";
import { serveImport } from "./serve-import.ts";

const receive = serveImport(
  (message) => self.postMessage(message),
  reducePicture,
);
self.onmessage = ({ data }: MessageEvent<ToImport>) => receive(data);
