import { launch } from "../tests/helpers/launch.ts";
export const smoke = launch;
