export const x = new Worker(new URL("../../sync/service.ts", import.meta.url));
