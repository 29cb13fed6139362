import { app } from "./app";
export const x = app;
