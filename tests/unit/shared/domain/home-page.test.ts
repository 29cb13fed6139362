import { expect, it } from "vitest";
import {
  homePageLink,
  isHomePage,
} from "../../../../shared/domain/home-page.ts";

it("a host name is a home page, with or without scheme and path", () => {
  for (const page of [
    "www.gruyere-est.example",
    "https://zürich.example/a?b#c",
    "http://x.example:8080",
  ]) {
    expect(isHomePage(page)).toBe(true);
  }
  for (const page of [
    "gruyere",
    "javascript:alert(1)",
    "a b.ch",
    "file:///x",
  ]) {
    expect(isHomePage(page)).toBe(false);
    expect(homePageLink(page)).toBeNull();
  }
});

it("what is opened is always http or https", () => {
  expect(homePageLink("www.x.example")).toBe("https://www.x.example");
  expect(homePageLink("HTTP://x.example")).toBe("HTTP://x.example");
});
