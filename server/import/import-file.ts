import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import type { ServerDeps } from "../deps.ts";
import type { AdminAnswer } from "../admin/admin-command.ts";
import type { Caller } from "../push/caller.ts";
import { CsvError, readErpCsv, type CsvLines } from "./erp-csv.ts";
import { accountImport, purchaseImport } from "./erp-lines.ts";
import { importLines } from "./import-lines.ts";

/** What `import accounts|purchases` asks; `file` is an absolute path on the server's own machine. */
export const ImportCommand = z.strictObject({
  kind: z.literal("import"),
  what: z.enum(["accounts", "purchases"]),
  file: z.string().min(1).max(4_000),
  charset: z.string().max(40).optional(),
  separator: z.string().length(1).optional(),
  accountKind: z.enum(["customer", "vendor", "bank", "employee"]).optional(),
  map: z.record(z.string().max(40), z.string().max(200)).optional(),
  tenant: z.string().max(36).optional(),
});
export type ImportCommand = z.infer<typeof ImportCommand>;

const MAX_FILE_BYTES = 256 * 1024 * 1024;
/** Of refused rows so many are told one by one. */
const MAX_TOLD = 1_000;

/** Nobody's device: what the ERP wrote through the command line. */
const ERP = "00000000-0000-8000-8000-000000000002";

/** An ERP's file, CSV or one JSON object a line, the same as through the admin endpoints: twice changes nothing. */
export async function importFile(
  deps: ServerDeps,
  tenantId: string,
  command: ImportCommand,
): Promise<AdminAnswer> {
  let read: Pick<CsvLines, "lines" | "rejected"> & Partial<CsvLines>;
  try {
    read = await readLines(command);
  } catch (error) {
    const why = error instanceof Error ? error.message : "unknown";
    return { ok: false, message: `Nothing was imported: ${why}` };
  }
  const kind = command.what === "accounts" ? accountImport : purchaseImport;
  const caller: Caller = {
    ...{ tenantId, deviceId: ERP },
    user: { id: ERP, name: "ERP", email: "", role: "admin" },
  };
  const text = read.lines.map(({ value }) => JSON.stringify(value)).join("\n");
  const { head, followed, ...answer } = await importLines(
    ...([deps, caller, kind, text] as const),
  );
  if (answer.changed > 0) {
    const touched = followed
      ? ([kind.collection, "contacts"] as const)
      : ([kind.collection] as const);
    deps.hints.publish(tenantId, head, new Set(touched));
  }
  const rejected = [
    ...read.rejected,
    ...answer.rejected.map(({ line, message }) => ({
      line: read.lines[line - 1]?.line ?? line,
      message,
    })),
  ].toSorted((a, b) => a.line - b.line);
  const { charset, separator, ignored } = read;
  return {
    ok: true,
    line: {
      ...{ imported: command.what, accepted: answer.accepted },
      ...{ changed: answer.changed, refused: rejected.length },
      rejected: rejected.slice(0, MAX_TOLD),
      ...(charset === undefined ? {} : { charset, separator, ignored }),
    },
  };
}

async function readLines(
  command: ImportCommand,
): Promise<Pick<CsvLines, "lines" | "rejected"> & Partial<CsvLines>> {
  const { size } = await stat(command.file);
  if (size > MAX_FILE_BYTES)
    throw new CsvError("The file is larger than 256 MB; cut it in parts.");
  const bytes = await readFile(command.file);
  if (!isJson(bytes)) return readErpCsv(command.what, bytes, command);
  const lines: { line: number; value: object }[] = [];
  const rejected: { line: number; message: string }[] = [];
  for (const [i, text] of bytes.toString("utf8").split("\n").entries()) {
    if (text.trim() === "") continue;
    try {
      lines.push({ line: i + 1, value: JSON.parse(text) as object });
    } catch {
      rejected.push({ line: i + 1, message: "no JSON" });
    }
  }
  return { lines, rejected };
}

function isJson(bytes: Uint8Array): boolean {
  const first = new TextDecoder().decode(bytes.slice(0, 200)).trimStart();
  return first.startsWith("{");
}
