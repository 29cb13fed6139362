import { _electron } from "playwright-core";
export const launch = _electron;
