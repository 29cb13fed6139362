import path from "node:path";
import { expect, test } from "vitest";
import { checkTenancy } from "../../../build/check-tenancy.ts";

const canary = path.resolve(import.meta.dirname, "../../canary/tenancy");

test("tables, keys and indexes that do not lead with the company, and statements that do not name it, are found", () => {
  const found = checkTenancy(canary).map(
    ({ file, line, message }) => `${path.basename(file)}:${line} ${message}`,
  );
  expect(found).toEqual([
    "schema.ts:8 table note does not lead with tenant_id",
    "schema.ts:9 a key of label does not lead with tenant_id",
    "schema.ts:10 index doc_id does not lead with tenant_id",
    "statements.ts:8 doc without tenant_id",
    "statements.ts:9 tenant_head without tenant_id",
    "statements.ts:10 doc without tenant_id",
    "statements.ts:11 doc without tenant_id",
  ]);
});
