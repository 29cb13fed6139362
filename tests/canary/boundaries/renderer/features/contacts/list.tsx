import { store } from "../../local-store/store.ts";
export const list = store;
