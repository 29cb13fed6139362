import { readFile } from "fs";
export const x = readFile;
