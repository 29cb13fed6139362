import type { Clock } from "../../shared/core/clock.ts";
import type { Account } from "../../shared/entities/account.ts";
import type { Purchase } from "../../shared/entities/purchase.ts";
import type { AnyDocument } from "../../shared/entities/registry.ts";
import { findPoison } from "../../shared/sync/poison.ts";
import type { Caller } from "../push/caller.ts";
import type { SyncStorage } from "../storage/sync-storage.ts";
import type { ImportKind } from "./erp-lines.ts";
import { writeAccounts } from "./import-accounts.ts";
import { writePurchases } from "./import-purchases.ts";

/** Lines written in one transaction: other writers of the tenant wait no longer than that. */
const CHUNK = 500;

export interface ImportAnswer {
  /** Lines that are in the database now, changed or not. */
  readonly accepted: number;
  readonly changed: number;
  readonly rejected: readonly { line: number; message: string }[];
}

/**
 * Writes records of the ERP, one JSON object a line. The same file twice changes nothing; a bad line is reported by
 * its number (from 1) and the others are written.
 */
export async function importLines(
  deps: {
    readonly storage: SyncStorage;
    readonly clock: Clock;
    readonly newId: () => string;
  },
  caller: Caller,
  kind: ImportKind,
  text: string,
): Promise<ImportAnswer & { head: number; followed: boolean }> {
  const lines = text
    .split("\n")
    .map((line, i) => ({ text: line.trim(), number: i + 1 }))
    .filter((line) => line.text !== "");
  const rejected: { line: number; message: string }[] = [];
  let accepted = 0;
  let changed = 0;
  let others = 0;
  let { seq: head } = await deps.storage.head(caller.tenantId);
  for (let from = 0; from < lines.length; from += CHUNK) {
    const chunk = lines.slice(from, from + CHUNK);
    await deps.storage.write(caller.tenantId, chunk.length, async (tenant) => {
      const raws = chunk.map((line) => ({ ...line, raw: parsed(line.text) }));
      const links = await tenant.linkedContacts(
        raws.flatMap(({ raw }) => (findPoison(raw) ? [] : numbersIn(raw))),
      );
      const documents = new Map<string, AnyDocument>();
      const numbers = new Map<string, number>();
      for (const line of raws) {
        const read = readLine(line.raw, kind, (k, no) =>
          links.get(`${k}/${no}`),
        );
        if (typeof read === "string")
          rejected.push({ line: line.number, message: read });
        else {
          accepted += 1;
          documents.set(read.id, read);
          numbers.set(read.id, line.number);
        }
      }
      if (kind.collection === "accounts") {
        const lines = [...documents.values()].map((document) => ({
          number: numbers.get(document.id) ?? 0,
          document: document as Account,
        }));
        const written = await writeAccounts(deps, caller, tenant, lines);
        rejected.push(...written.refused);
        accepted -= written.refused.length;
        changed += written.accounts;
        others += written.saved - written.accounts;
        head = tenant.startSeq + written.saved;
        return;
      }
      const written = await writePurchases(deps, caller, tenant, [
        ...documents.values(),
      ] as Purchase[]);
      changed += written.changed;
      head = tenant.startSeq + written.saved;
    });
  }
  rejected.sort((a, b) => a.line - b.line);
  return { accepted, changed, rejected, head, followed: others > 0 };
}

/** Undefined: it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of the records of the ERP that a line speaks of. */
function numbersIn(raw: unknown): readonly string[] {
  const { no, customer } = Object(raw) as Record<string, unknown>;
  return [no, customer].filter((one) => typeof one === "string");
}

function readLine(
  raw: unknown,
  kind: ImportKind,
  contactOf: (kind: string, no: string) => string | undefined,
): AnyDocument | string {
  if (raw === undefined) return "no JSON";
  const poison = findPoison(raw);
  if (poison) return poison;
  const read = kind.toDocument(raw, contactOf);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  return `${issue?.path.join("/") ?? ""}: ${issue?.message ?? "invalid"}`;
}
