import { app } from "../app/sound.tsx";
export const x = app;
