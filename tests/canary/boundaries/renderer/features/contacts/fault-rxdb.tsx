import { addRxPlugin } from "rxdb/plugins/core";
export const x = addRxPlugin;
