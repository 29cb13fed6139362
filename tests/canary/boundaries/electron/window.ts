import { BrowserWindow } from "electron";
import path from "node:path";
export const window = [BrowserWindow, path];
