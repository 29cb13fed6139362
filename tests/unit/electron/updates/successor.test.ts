import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startAfterEnd,
  switchesOf,
} from "../../../../electron/updates/successor.ts";
import { until } from "../../../helpers/until.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "carnet-successor-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("it begins when the one before it has ended, from the file that is there then, with its switches", async () => {
  const program = path.join(folder, "carnet");
  const told = path.join(folder, "told");
  const version = (name: string) =>
    writeFileSync(
      program,
      `#!/bin/sh\nkill -0 "$1" 2>/dev/null && is=running || is=gone\nprintf '%s %s %s' ${name} "$is" "$2" >'${told}.new'\nmv '${told}.new' '${told}'\n`,
      { mode: 0o755 },
    );
  version("old");
  const before = spawn("sleep", ["600"]);
  const pid = before.pid ?? 0;
  startAfterEnd({
    ...{ pid, program },
    args: [String(pid), "--user-data-dir=/two words"],
  });
  rmSync(program);
  version("new");
  before.kill();
  await once(before, "exit");
  await until(async () => existsSync(told), Boolean);
  expect(readFileSync(told, "utf8")).toBe(
    "new gone --user-data-dir=/two words",
  );
});

test("a socket that the one before it had open stays with that one", async () => {
  const program = path.join(folder, "looks");
  const told = path.join(folder, "open");
  writeFileSync(
    program,
    `#!/bin/sh\nls /proc/self/fd >'${told}.new'\nmv '${told}.new' '${told}'\n`,
    { mode: 0o755 },
  );
  const from = path.resolve("electron/updates/successor.ts");
  const before = spawnSync(
    "bash",
    [
      ...["-c", `exec 53<"$0"; exec "$1" --input-type=module -e "$2"`],
      ...[program, process.execPath],
      `const { startAfterEnd } = await import(${JSON.stringify(from)});
      startAfterEnd({ pid: process.pid, program: ${JSON.stringify(program)}, args: [] });`,
    ],
    { encoding: "utf8" },
  );
  expect(before.stderr).not.toContain("Error");
  await until(async () => existsSync(told), Boolean);
  expect(readFileSync(told, "utf8").split("\n")).not.toContain("53");
});

test("what was opened with it is not opened once more", () => {
  expect(
    switchesOf([
      ...["/opt/Carnet/carnet", "--lang=it", "carnet://contact/1"],
      ...["/home/anna/a.vcf", "--no-sandbox"],
    ]),
  ).toEqual(["--lang=it", "--no-sandbox"]);
});
