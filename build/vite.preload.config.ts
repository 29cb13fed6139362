import { electronBundle } from "./vite.electron.ts";

export default electronBundle("preload");
