import { beforeAll, describe, expect, test } from "vitest";
import type { i18n } from "i18next";
import {
  problemWords,
  refusedWords,
} from "../../../../../renderer/features/sync/refused-words.ts";
import { startWords } from "../../../../../renderer/i18n/start-words.ts";

let words: i18n;
beforeAll(async () => {
  words = await startWords("en");
});

describe("why an entry was refused", () => {
  test("a bad value is named as on the card", () => {
    expect(
      refusedWords({ code: "invalid_field", message: "phone" }, words),
    ).toMatch(/^Not accepted: Phone\./);
    expect(
      refusedWords({ code: "invalid_field", message: "more/1/value" }, words),
    ).toMatch(/^Not accepted: Further channels\./);
  });

  test("what the server says behind the field's name is for Details", () => {
    expect(
      refusedWords({ code: "invalid_field", message: "phone: letters" }, words),
    ).toBe(
      "Not accepted: Phone. Correct this field on the card; the rest is kept here.",
    );
  });

  test("a bad value that no screen shows, and a code of a newer server, still say what to do", () => {
    expect(
      refusedWords({ code: "invalid_field", message: "xyz" }, words),
    ).toMatch(/see the details/);
    expect(refusedWords({ code: "newer", message: "" }, words)).toMatch(
      /see the details/,
    );
  });

  test.each([
    ...["not_found", "forbidden", "privacy_blocked", "in_use"],
    ...["quote_taken", "quote_without_company"],
  ])("%s has words of its own", (code) => {
    const text = refusedWords({ code, message: "" }, words);
    expect(text).not.toBe(words.t("refused.other"));
    expect(text).not.toContain(code);
  });
});

describe("why the sync does not run", () => {
  test("of an unreachable server the reason counts", () => {
    expect(
      problemWords({ code: "unreachable", message: "dns" }, words),
    ).toMatch(/not found on this network/);
  });

  test("a reason that nobody knows is still no error code", () => {
    expect(
      problemWords({ code: "unreachable", message: "gremlins" }, words),
    ).toBe(words.t("syncProblem.network"));
    expect(problemWords({ code: "teapot", message: "short" }, words)).toBe(
      words.t("syncProblem.other"),
    );
  });

  test("of a past run only the code is known", () => {
    expect(problemWords({ code: "unreachable", message: "" }, words)).toBe(
      words.t("syncProblem.unreachable"),
    );
  });
});
