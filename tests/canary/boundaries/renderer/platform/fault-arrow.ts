import { store } from "../local-store/store.ts";
export const x = store;
