import { expect, test } from "vitest";
import { readStartOptions } from "../../../../electron/os/command-line.ts";

function read(
  switches: Record<string, string>,
  environment: Record<string, string | undefined> = {},
) {
  const warnings: string[] = [];
  const options = readStartOptions(
    (name) => switches[name] ?? "",
    environment,
    (line) => warnings.push(line),
  );
  return { options, warnings, environment };
}

test("the switches are read", () => {
  const { options, warnings } = read({
    "user-data-dir": "/profiles/a",
    lang: "de-CH",
    "work-date": "2026-11-22",
  });
  expect(options).toMatchObject({
    userDataDir: "/profiles/a",
    settings: { language: "de-CH", workDate: "2026-11-22" },
    enrollment: null,
  });
  expect(warnings).toEqual([]);
});

test("what makes no sense is left out and said", () => {
  const { options, warnings } = read(
    { lang: "pt-BR", "work-date": "2026-02-30" },
    { CARNET_PASSPHRASE: "short" },
  );
  expect(options.settings).toEqual({});
  expect(options.passphrase).toBeUndefined();
  expect(warnings).toHaveLength(3);
});

test("secrets are read once and removed from the environment", () => {
  const { options, environment } = read(
    {},
    {
      CARNET_PASSPHRASE: "correct horse",
      CARNET_SERVER: "http://127.0.0.1:8787",
      CARNET_ENROLLMENT: "CODE",
      HOME: "/home/cro",
    },
  );
  expect(options.passphrase).toBe("correct horse");
  expect(options.enrollment).toEqual({
    url: "http://127.0.0.1:8787",
    code: "CODE",
  });
  expect(Object.keys(environment)).toEqual(["CARNET_SERVER", "HOME"]);
});

test("an address without a code enrols nobody", () => {
  const { options } = read({}, { CARNET_SERVER: "https://example.test" });
  expect(options.enrollment).toBeNull();
});
