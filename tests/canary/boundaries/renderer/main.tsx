import { app } from "./app/sound.tsx";
import { service } from "./sync/service.ts";
export const start = [app, service];
