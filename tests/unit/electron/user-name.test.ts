import { expect, it } from "vitest";
import { likelyName } from "../../../electron/os/user-name.ts";

const passwd = `root:x:0:0:root:/root:/bin/sh
cro:x:1000:1000:Chantal Rochat,Bureau 3,,:/home/cro:/bin/sh
sales:x:1001:1001::/home/sales:/bin/sh
`;

it("the person's name is proposed where the computer knows it in full, and nothing else for a name", () => {
  expect(likelyName(passwd, 1000, "cro")).toBe("Chantal Rochat");
  expect(likelyName(passwd, 0, "root")).toBe("");
  expect(likelyName(passwd, 1001, "sales")).toBe("");
  expect(likelyName("", 1001, "anna.müller")).toBe("Anna Müller");
  expect(likelyName("", -1, "Jean-Marc Émery")).toBe("Jean-Marc Émery");
  expect(likelyName("", -1, "user 7")).toBe("");
});
