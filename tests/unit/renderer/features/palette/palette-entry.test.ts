import { expect, test } from "vitest";
import {
  groupsIn,
  matchingCommands,
  namedBy,
  scopeOf,
} from "../../../../../renderer/features/palette/palette-entry.ts";

test.each([
  ["favre bulle ", "all", "favre bulle"],
  ["> nouv", "commands", "nouv"],
  [" @ luc", "persons", "luc"],
  ["#clients", "views", "clients"],
  ["079 555", "all", "079 555"],
] as const)("%s is about %s", (typed, scope, text) => {
  expect(scopeOf(typed)).toEqual({ scope, text });
});

test("a command is found by the beginnings of its words, without accents", () => {
  const commands = ["Nouvelle société", "Synchroniser maintenant"].map(
    (text) => ({ id: text, text, run: () => {} }),
  );
  const found = (text: string) =>
    matchingCommands(commands, text).map(({ text: name }) => name);
  expect(found("soc nouv")).toEqual(["Nouvelle société"]);
  expect(found("ociete")).toEqual([]);
  expect(found("")).toHaveLength(2);
});

test("a business relation is meant by three letters of its name, each word by its beginning", () => {
  const relations = ["Avocat", "Agence de placement", "Agence de voyages"].map(
    (text) => ({ text }),
  );
  const meant = (typed: string) => namedBy(typed, relations)?.text ?? null;
  expect(meant("avo")).toBe("Avocat");
  expect(meant("AVOCAT ")).toBe("Avocat");
  expect(meant("agence voy")).toBe("Agence de voyages");
  expect(meant("av")).toBeNull();
  expect(meant("ocat")).toBeNull();
});

test("a scope lets through only what it is about", () => {
  const answer = {
    complete: true,
    groups: (["companies", "persons", "notes"] as const).map((kind) => ({
      kind,
      total: 1,
      hits: [],
    })),
  };
  const kinds = (scope: "all" | "persons" | "commands", only?: "notes") =>
    groupsIn(answer, scope, only).map(({ kind }) => kind);
  expect(kinds("all")).toHaveLength(3);
  expect(kinds("persons")).toEqual(["persons"]);
  expect(kinds("commands")).toEqual([]);
  expect(kinds("all", "notes")).toEqual(["notes"]);
});
