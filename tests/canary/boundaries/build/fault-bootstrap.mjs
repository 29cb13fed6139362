import { build } from "vite";
export const x = build;
