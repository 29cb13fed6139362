import { window } from "../electron/window.ts";
export const x = window;
