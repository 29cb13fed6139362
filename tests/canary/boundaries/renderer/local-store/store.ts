import { createRxDatabase } from "rxdb";
export type Store = { name: string };
export const store = createRxDatabase;
export const worker = new URL("./rows.worker.ts", import.meta.url);
