import {
  checkRequest,
  contactOfAccount,
  createdAccount,
  linkedAccount,
  type Linked,
} from "../../shared/domain/account-request.ts";
import type { AccountKind } from "../../shared/entities/account.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Note, RequestRefusal } from "../../shared/entities/note.ts";
import type { WorkingSet } from "../push/working-set.ts";
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
  await loadFor(run, open);
  for (const note of open) {
    const outcome = await carryOut(run, note, setUp);
    const after: Note = { ...note, ...outcome };
    run.write({ c: "notes", id: note.id, before: note, after });
    if (outcome.status === "refused") addRefusalTask(run, note, outcome.reason);
  }
}

/** Everything that these requests are about, in two questions however many they are. */
async function loadFor(
  { working }: LinkingRun,
  notes: readonly Note[],
): Promise<void> {
  await working.load(
    notes.flatMap(({ request, ...note }) => [
      ...contactAsked(note).map((id) => ({ c: "contacts" as const, id })),
      ...[request?.accountId ?? [], request?.accountIds ?? []]
        .flat()
        .map((id) => ({ c: "accounts" as const, id })),
    ]),
  );
  await working.load(
    notes.flatMap((note) => {
      const contact = aliveIn(working, "contacts", askedIn(note));
      const employer = contact && employerOf(contact);
      return employer ? [{ c: "contacts" as const, id: employer }] : [];
    }),
  );
}

/** None = a request about nobody, which is refused like one about somebody who is gone. */
function contactAsked(note: Parameters<typeof askedIn>[0]): readonly string[] {
  const id = askedIn(note);
  return id === "" ? [] : [id];
}

function askedIn({ docId, contactId }: Pick<Note, "docId" | "contactId">) {
  return docId ?? contactId ?? "";
}

function employerOf({ type, companyId }: Contact): string | undefined {
  return type === "person" ? companyId : undefined;
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
  const contact = aliveIn(working, "contacts", askedIn(note));
  const account = aliveIn(working, "accounts", request.accountId);
  const checked = checkRequest({
    ...setUp,
    ...{ request, contact, account },
    company: aliveIn(working, "contacts", contact ? employerOf(contact) : ""),
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
function makeContacts(
  run: LinkingRun,
  note: Note,
  { linkCodes }: CompanySetUp,
): Outcome {
  const { kind, accountIds = [] } = note.request ?? { kind: "customer" };
  if (linkCodes[kind] === "") return refused("no_relation_code");
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

/** The next number of a series that nothing of the ERP has; null when the series has ended. */
async function nextNumber(
  run: LinkingRun,
  kind: AccountKind,
  owner: string,
): Promise<string | null> {
  const book = run.numbers.get(ACCOUNT_SERIES[kind]);
  for (;;) {
    const coming = book?.ahead(AT_ONCE) ?? [];
    const given = book?.assign(owner, undefined, run.deviceId);
    if (!given?.ok) return null;
    if (!(await isUsed(run, kind, given.no, coming))) return given.no;
  }
}

/** Numbers about which one question is asked. */
const AT_ONCE = 50;

/** What is known of numbers, by push: whether the ERP has them already. */
const known = new WeakMap<WorkingSet, Map<string, boolean>>();

/** A record may have it, or what is here of a record that the ERP has not sent yet: a link, a purchase. */
async function isUsed(
  { tenant, working }: LinkingRun,
  kind: AccountKind,
  no: string,
  coming: readonly string[],
): Promise<boolean> {
  const answers = known.get(working) ?? new Map<string, boolean>();
  known.set(working, answers);
  const record = (one: string) => ({
    ...{ c: "accounts" as const, id: importedId("account", kind, one) },
  });
  if (!answers.has(`${kind}/${no}`)) {
    const nos = [...new Set([no, ...coming])];
    await working.load(nos.map(record));
    const linked = await tenant.linkedContacts(nos);
    const bought =
      kind === "customer"
        ? await tenant.customersAmong(nos)
        : new Set<string>();
    for (const one of nos) {
      const name = `${kind}/${one}`;
      answers.set(name, linked.has(name) || bought.has(one));
    }
  }
  return answers.get(`${kind}/${no}`) === true || !!working.get(record(no));
}

function refused(reason: RequestRefusal): Outcome {
  return { status: "refused", reason };
}
