import Dexie from "dexie";
export const x = Dexie;
