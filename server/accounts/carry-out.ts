import {
  checkRequest,
  contactOfAccount,
  createdAccount,
  linkedAccount,
  type Linked,
} from "../../shared/domain/account-request.ts";
import type { AccountKind } from "../../shared/entities/account.ts";
import type { Note, RequestRefusal } from "../../shared/entities/note.ts";
import { importedId } from "../import/imported-id.ts";
import { ACCOUNT_SERIES } from "./account-series.ts";
import { aliveIn, valueOf, type LinkingRun } from "./linking-run.ts";
import { addRefusalTask } from "./refusal-task.ts";
import { readSetUp, type CompanySetUp } from "./set-up.ts";

type Outcome =
  | {
      readonly status: "done";
      readonly accountNo?: string;
      readonly made?: number;
    }
  | { readonly status: "refused"; readonly reason: RequestRefusal };

/**
 * CNV-7: carries out the requests that a group brings, in its transaction, and writes on each what became of it. A
 * request that is refused refuses nothing else: it is an answer, not an error.
 */
export async function carryOutRequests(run: LinkingRun): Promise<void> {
  const open = run.touched().flatMap(({ c, before, after }) => {
    const note = c === "notes" && !before ? valueOf("notes", after) : null;
    return note?.kind === "request" && note.status === "open" ? [note] : [];
  });
  if (open.length === 0) return;
  const setUp = await readSetUp(run.tenant, run.working);
  for (const note of open) {
    const outcome = await carryOut(run, note, setUp);
    const after: Note = { ...note, ...outcome };
    run.write({ c: "notes", id: note.id, before: note, after });
    if (outcome.status === "refused") addRefusalTask(run, note, outcome.reason);
  }
}

async function carryOut(
  run: LinkingRun,
  note: Note,
  setUp: CompanySetUp,
): Promise<Outcome> {
  const { request } = note;
  if (!request) return refused("unreadable");
  if (request.action === "contacts") return makeContacts(run, note, setUp);
  const { working } = run;
  const askedId = note.docId ?? note.contactId ?? "";
  await working.load([
    { c: "contacts", id: askedId },
    ...(request.accountId
      ? [{ c: "accounts" as const, id: request.accountId }]
      : []),
  ]);
  const contact = aliveIn(working, "contacts", askedId);
  const employer = contact?.type === "person" ? contact.companyId : undefined;
  if (employer) await working.load([{ c: "contacts", id: employer }]);
  const account = aliveIn(working, "accounts", request.accountId);
  const checked = checkRequest({
    ...setUp,
    ...{ request, contact, account },
    company: aliveIn(working, "contacts", employer),
  });
  if (!checked.ok) return refused(checked.error.kind);
  if (!contact) return refused("contact_gone");
  const { linkCodes } = setUp;
  if (account) {
    const wins = request.wins ?? "contact";
    write(run, linkedAccount(account, checked.value, contact, wins, linkCodes));
    return { status: "done", accountNo: account.no };
  }
  const no = await nextNumber(run, request.kind, note.id);
  if (no === null) return refused("series_ended");
  const identity = {
    ...{ no, kind: request.kind },
    id: importedId("account", request.kind, no),
  };
  write(run, createdAccount(identity, checked.value, contact, linkCodes));
  return { status: "done", accountNo: no };
}

/** CNV-6: each account that has no contact yet gets one; the others are left as they are. */
async function makeContacts(
  run: LinkingRun,
  note: Note,
  { linkCodes }: CompanySetUp,
): Promise<Outcome> {
  const { kind, accountIds = [] } = note.request ?? { kind: "customer" };
  if (linkCodes[kind] === "") return refused("no_relation_code");
  await run.working.load(accountIds.map((id) => ({ c: "accounts", id })));
  let made = 0;
  for (const id of accountIds) {
    const account = aliveIn(run.working, "accounts", id);
    if (account?.kind !== kind || account.contactId !== undefined) continue;
    write(run, contactOfAccount(account, run.newId(), linkCodes));
    made += 1;
  }
  return made > 0 ? { status: "done", made } : refused("account_linked");
}

function write(run: LinkingRun, { contact, account }: Linked): void {
  for (const [c, after] of [
    ["accounts", account],
    ["contacts", contact],
  ] as const) {
    const before = aliveIn(run.working, c, after.id);
    run.write({
      ...{ c, id: after.id, before, after },
      ...(c === "contacts" ? { origin: "merged" } : {}),
    } as Parameters<LinkingRun["write"]>[0]);
  }
}

/** The next number of a series that no record of the ERP has; null when the series has ended. */
async function nextNumber(
  run: LinkingRun,
  kind: AccountKind,
  owner: string,
): Promise<string | null> {
  const book = run.numbers.get(ACCOUNT_SERIES[kind]);
  for (;;) {
    const given = book?.assign(owner, undefined, run.deviceId);
    if (!given?.ok) return null;
    const key = {
      c: "accounts" as const,
      id: importedId("account", kind, given.no),
    };
    await run.working.load([key]);
    if (!run.working.get(key)) return given.no;
  }
}

function refused(reason: RequestRefusal): Outcome {
  return { status: "refused", reason };
}
