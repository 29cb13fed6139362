import { expect, test } from "vitest";
import {
  handOverFile,
  onFileOpened,
  type OpenedFile,
} from "../../../../renderer/ui/opened-files.ts";

const file = (name: string): OpenedFile => ({ name, content: "unreadable" });

test("a file opened before the import page is there waits for it, a later one comes at once, each to one page", () => {
  handOverFile(file("a"));
  handOverFile(file("b"));
  const first: string[] = [];
  const leave = onFileOpened(({ name }) => first.push(name));
  handOverFile(file("c"));
  leave();
  handOverFile(file("d"));
  const second: string[] = [];
  onFileOpened(({ name }) => second.push(name))();
  expect({ first, second }).toEqual({ first: ["a", "b", "c"], second: ["d"] });
});
