import { expect, test } from "vitest";
import { postNoted } from "../../../../electron/ipc/post-noted.ts";
import type { Transmission } from "../../../../electron/os/journal/journal.ts";
import type { ServerAnswer } from "../../../../shared/ipc/server.ts";
import type { Group } from "../../../../shared/sync/protocol.ts";

const group = { d: 1, m: "m", hlc: "1.0", ops: [] } as unknown as Group;
const body = { proto: 1, schema: 1, groups: [group] };
const device = "0190c0de-0000-7000-8000-000000000001";

/** What happened, in order, when the server answers so. */
async function happened(
  answer: ServerAnswer,
  path: "/v1/sync/push" | "/v1/sync/pull" = "/v1/sync/push",
): Promise<readonly string[]> {
  const told: string[] = [];
  const transmission: Transmission = {
    ...{ groups: [{ ...group, m: "other" }], deviceId: "d1", before: 0 },
  };
  await postNoted(
    {
      journal: {
        transmitting: async () => {
          told.push("noted");
          return transmission;
        },
        notTransmitted: async (which) => {
          expect(which).toBe(transmission);
          told.push("freed");
        },
      },
      link: {
        post: async ({ body: sent }) => {
          const { groups } = sent as { groups: readonly Group[] };
          told.push(`sent ${groups[0]?.m}`);
          return answer;
        },
      },
    },
    { path, body: { ...body, device } },
  );
  return told;
}

const ok = { status: "ok" as const, body: {}, receivedAt: 1 };
const unreachable = (reason: string) => ({
  ...{ status: "unreachable" as const, reason },
});
const refused = {
  ...{ status: "refused" as const, http: 401, code: "c", message: "" },
};

test("a push is noted before it leaves, and goes out as the journal has it", async () => {
  expect(await happened(ok)).toEqual(["noted", "sent other"]);
});

test.each(["timeout", "cut", "server-error", "not-carnet", "network"])(
  "%s: nobody knows whether it arrived, so it counts as on its way",
  async (reason) => {
    expect(await happened(unreachable(reason))).not.toContain("freed");
  },
);

test.each([unreachable("refused"), unreachable("dns"), refused])(
  "$status $reason: nothing was taken, so it is free again",
  async (answer) => {
    expect(await happened(answer)).toContain("freed");
  },
);

test("a pull is nobody's work", async () => {
  expect(await happened(ok, "/v1/sync/pull")).toEqual(["sent m"]);
});
