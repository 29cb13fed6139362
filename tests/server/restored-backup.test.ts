import path from "node:path";
import { expect, test } from "vitest";
import { countTaken } from "../../renderer/features/backup/restored-count.ts";
import { RESTORE_KINDS } from "../../shared/sync/restore-document.ts";
import { backupSession } from "../helpers/backup-session.ts";
import { created, uuid } from "../helpers/collision-stories.ts";
import { withServer } from "../helpers/server.ts";
import { newDisk, startDevice } from "../helpers/whole-device.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const [COMPANY, LUC, VISIT, TASK, NOTE, SALE] = [
  uuid(1),
  uuid(2),
  uuid(3),
  uuid(4),
  uuid(5),
  uuid(6),
];
const NOTEBOOK = [
  created("contacts", {
    ...{ id: COMPANY, type: "company", name: "Fromagerie Gruyère-Est SA" },
    mailingGroups: ["X-CARD"],
  }),
  created("contacts", {
    ...{ id: LUC, type: "person", name: "Luc Pasquier", companyId: COMPANY },
    more: { [uuid(7)]: { kind: "phone", value: "+41 26 555 01 23" } },
  }),
  created("notes", { id: NOTE, kind: "comment", contactId: LUC, text: "Été" }),
  created("opportunities", {
    ...{ id: SALE, contactId: COMPANY, description: "Caves" },
    ...{ createdOn: "2026-03-01", status: "notStarted" },
  }),
  created("tasks", {
    ...{ id: TASK, contactId: LUC, companyId: COMPANY, type: "task" },
    ...{ description: "Rappeler", date: "2026-03-20", status: "notStarted" },
  }),
  created("interactions", {
    ...{ id: VISIT, contactId: LUC, companyId: COMPANY, date: "2026-03-20" },
    result: "Très intéressé",
  }),
];

const RIGHTS = { manages: true, connected: true };
const PASSPHRASE = "correct horse battery";

test("a backup restored at a server that has nothing of it: what waits, what it takes and what it refuses is told, and a colleague gets it", async () => {
  const file = path.join(temporaryFolder(), "a.carnetbackup");
  await withServer("pglite", async (server) => {
    const start = async (name: string) =>
      startDevice(
        server,
        await newDisk(server, temporaryFolder(), name, "manager"),
      );
    // Never sent: the machine was lost, the backup was not.
    const anna = await start("Anna");
    for (const change of NOTEBOOK) await anna.save(change);
    const name = path.basename(file);
    const hers = await backupSession(anna.local, file, RIGHTS);
    hers.session.write({ name, passphrase: PASSPHRASE });
    await hers.become("written");
    await anna.stop();
    const [beat, carla] = [await start("Beat"), await start("Carla")];
    const luc = { id: LUC, type: "person", name: "Luc P." } as const;
    await carla.save(created("contacts", { ...luc, privacyBlocked: true }));
    await carla.settle();
    await beat.settle();

    const { session, become } = await backupSession(beat.local, file, RIGHTS);
    session.choose();
    await become("chosen");
    session.open(PASSPHRASE);
    await become("preview");
    const kinds = new Set(RESTORE_KINDS);
    session.restore({ kinds, changed: "keep", conflicts: "keep" });
    const { restored, after, command } = await become("restored");
    expect(restored).toMatchObject({ end: "complete", made: 5, sent: 5 });
    const { pending, undo } = beat.local;
    const count = () => {
      const entries = {
        pending: pending.pendingEntries(),
        refused: pending.refusedEntries(),
        aside: [...pending.heldEntries(), ...pending.discardedEntries()],
      };
      return countTaken(entries, after, restored.sent);
    };
    expect(count()).toEqual({ taken: 0, waiting: 5, refused: 0, aside: 0 });
    await beat.settle();
    // With a blocked person there is no visit after the block.
    expect(count()).toEqual({ taken: 4, waiting: 0, refused: 1, aside: 0 });

    await carla.settle();
    for (const { c, id, after: whole } of NOTEBOOK)
      if (id === VISIT) expect(await carla.read(c, id)).toBeNull();
      else if (id !== LUC)
        expect(await carla.read(c, id), c).toMatchObject(whole ?? {});
    expect(await carla.read("contacts", LUC)).toMatchObject(luc);

    const undone = await undo.undo(command ?? "");
    expect(undone?.kept).toEqual([]);
    await beat.settle();
    await carla.settle();
    for (const { c, id } of NOTEBOOK)
      if (id !== LUC) expect(await carla.read(c, id), c).toBeNull();
    await beat.stop();
    await carla.stop();
  });
});
