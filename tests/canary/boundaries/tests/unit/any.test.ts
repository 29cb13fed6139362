import { app } from "../../server/app.ts";
import { smoke } from "../../build/smoke.ts";
export const both = [app, smoke];
