import { expect, it } from "vitest";
import { webSourceLink } from "../../../../shared/domain/web-source-link.ts";
import {
  removeWebSource,
  webSourcesOf,
  writeWebSource,
} from "../../../../shared/domain/web-sources.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { gruyere, person } from "./contact-builder.ts";

const ID = "0190a0a0-0000-7000-8000-0000000000e1";
const OTHER = "0190a0a0-0000-7000-8000-0000000000e2";
const zefix = { code: "ZEFIX", searchWord: "Gruyère-Est" };

it.each([
  [
    "https://www.zefix.ch/search/entity/list?name=%1",
    "Gruyère & Est",
    "https://www.zefix.ch/search/entity/list?name=Gruy%C3%A8re%20%26%20Est",
  ],
  [
    "https://x.example/%s/y",
    "a/../b?c#d",
    "https://x.example/a%2F..%2Fb%3Fc%23d/y",
  ],
  ["www.x.example?q={word}", "$& $1", "https://www.x.example?q=%24%26%20%241"],
  ["https://x.example", "word", "https://x.example"],
  ["https://x.example/%1", "\ud800", "https://x.example/%EF%BF%BD"],
])("WEB-1: %s with “%s”", (url, word, link) => {
  expect(webSourceLink(url, word)).toBe(link);
});

it.each([
  "javascript:alert(%1)",
  "file:///etc/passwd?%1",
  "data:text/html,%1",
  "https://",
  "https://user@x.example/%1",
  "not an address %1",
])("WEB-1: %s is opened by no browser", (url) => {
  expect(webSourceLink(url, "word")).toBeNull();
});

it("TYP-4: companies have web sources, people have none", () => {
  const written = writeWebSource(gruyere(), ID, zefix);
  const after = written.ok ? (written.value[0]?.after as Contact) : gruyere();
  expect(webSourcesOf(after)).toEqual([[ID, zefix]]);
  expect(writeWebSource(person(), ID, zefix)).toEqual({
    ok: false,
    error: { kind: "web-source-refused", code: "person-has-none" },
  });
});

it("a source stands once, with a word of at most 30 characters", () => {
  const written = writeWebSource(gruyere(), ID, zefix);
  const after = written.ok ? (written.value[0]?.after as Contact) : gruyere();
  const code = (id: string, typed: typeof zefix) => {
    const result = writeWebSource(after, id, typed);
    return result.ok ? "ok" : result.error.code;
  };
  expect(code(OTHER, zefix)).toBe("source-taken");
  expect(code(ID, { ...zefix, searchWord: "Est" })).toBe("ok");
  expect(code(ID, { ...zefix, searchWord: " " })).toBe("required");
  expect(code(ID, { ...zefix, searchWord: "x".repeat(31) })).toBe("too-long");
  expect(code(ID, { ...zefix, searchWord: "a\u0000b" })).toBe(
    "unstorable-character",
  );
  const gone = removeWebSource(after, ID)[0]?.after as Contact;
  expect(gone).not.toHaveProperty("webSources");
  expect(removeWebSource(gone, ID)).toEqual([]);
});
