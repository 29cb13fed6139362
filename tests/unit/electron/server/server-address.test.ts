import { expect, test } from "vitest";
import { serverOrigin } from "../../../../electron/server/server-address.ts";

const ALLOWED = [
  ["https://crm.example.test", "https://crm.example.test"],
  ["  https://crm.example.test/ ", "https://crm.example.test"],
  ["crm.example.test", "https://crm.example.test"],
  ["https://crm.example.test:8443", "https://crm.example.test:8443"],
  ["http://127.0.0.1:8787", "http://127.0.0.1:8787"],
  ["http://localhost:8787/", "http://localhost:8787"],
  ["http://[::1]:8787", "http://[::1]:8787"],
] as const;

for (const [typed, origin] of ALLOWED)
  test(`${typed} is a server that we may talk to`, () => {
    expect(serverOrigin(typed)).toBe(origin);
  });

const REFUSED = [
  "",
  "http://crm.example.test",
  "http://10.0.0.5:8787",
  "http://127.0.0.1.example.test",
  "http://localhost.example.test",
  "ftp://crm.example.test",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "https://user:secret@crm.example.test",
  "https://crm.example.test/somewhere",
  "https://crm.example.test/?a=1",
  "https://",
  "not an address",
];

for (const typed of REFUSED)
  test(`${typed || "nothing"} is refused`, () => {
    expect(serverOrigin(typed)).toBeNull();
  });
