import { randomUUID } from "node:crypto";
import { op, type TestServer } from "./server.ts";

/** What is asked of the ERP for a contact. */
export const CUSTOMER = {
  ...{ action: "create", kind: "customer", template: "CH-CORP" },
};

export function ask(
  contactId: string,
  docId: string,
  request: object,
): Record<string, unknown> {
  return op.ins("notes", {
    id: randomUUID(),
    ...{ kind: "request", contactId, collection: "contacts", docId },
    ...{ status: "open", request },
  });
}

/** Caffè Lugano Sagl, a prospect, and Elena Ferrari who works there. */
export async function caffe(server: TestServer) {
  const device = await server.device("Marco", "salesperson", "MBE");
  const company = randomUUID();
  const elena = randomUUID();
  const pros = randomUUID();
  await device.push([
    op.company(company, "Caffè Lugano Sagl", {
      phone: "+41 91 555 11 00",
      address: "Via Nassa 7",
      relations: { [pros]: { code: "PROS" } },
    }),
  ]);
  await device.push([
    op.person(elena, "Elena Ferrari", {
      companyId: company,
      phone: "+41 91 555 11 00",
    }),
  ]);
  return { device, company, elena, pros };
}
