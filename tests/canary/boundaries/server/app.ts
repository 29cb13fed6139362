import { Hono } from "hono";
import { readFile } from "node:fs/promises";
import { machine } from "../shared/sync/machine.ts";
export const app = [Hono, readFile, machine];
