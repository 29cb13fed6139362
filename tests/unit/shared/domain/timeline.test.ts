import { expect, it } from "vitest";
import { timeline } from "../../../../shared/domain/timeline.ts";
import {
  companyId,
  gruyere,
  helvetia,
  person,
  personId,
} from "./contact-builder.ts";
import { task, visit, weekOfA8 } from "./visit-builder.ts";

const luc = person({ companyId });

function ids(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map((item) => item.id);
}

it("S5: a company shows its own and its people's visits and tasks, newest first", () => {
  const interactions = weekOfA8();
  const call = task({ companyId, date: "2026-03-20" });
  const own = visit({ contactId: companyId, companyId, date: "2026-03-10" });
  const items = timeline({
    contact: gruyere(),
    people: [luc],
    interactions: [...interactions, own],
    tasks: [call],
  });
  expect(ids(items)).toEqual([
    call.id,
    interactions[3].id,
    own.id,
    interactions[0].id,
  ]);
  expect(items.map((item) => item.kind)).toEqual([
    "task",
    "interaction",
    "interaction",
    "interaction",
  ]);
});

it("S5: a company without its people shows only its own", () => {
  const own = visit({ contactId: companyId, companyId });
  const items = timeline({
    contact: gruyere(),
    people: [],
    interactions: [...weekOfA8(), own],
    tasks: [],
  });
  expect(ids(items)).toEqual([own.id]);
});

it("TYP-2: a company that does not name itself yet shows its people's visits all the same", () => {
  const { companyId: _, ...bare } = gruyere();
  const [meeting] = weekOfA8();
  const items = timeline({
    contact: bare,
    people: [luc],
    interactions: [meeting],
    tasks: [],
  });
  expect(ids(items)).toEqual([meeting.id]);
});

it("NUM-9: on one day the later time stands first, none last, then the id decides", () => {
  const times = ["09:00", undefined, "16:00", "09:00"].map((time, i) =>
    visit({ id: `id-${i}`, ...(time ? { time } : {}) }),
  );
  const expected = ["id-2", "id-3", "id-0", "id-1"];
  for (const interactions of [times, [...times].reverse()]) {
    expect(
      ids(timeline({ contact: luc, people: [], interactions, tasks: [] })),
    ).toEqual(expected);
  }
});

it("TYP-9: what was recorded under a former employer is that one's, no longer the person's and not the new one's", () => {
  const then = visit({ companyId, date: "2026-03-01" });
  const before = visit({ date: "2026-02-01" });
  const call = task({ contactId: personId, companyId, date: "2026-03-20" });
  const moved = person({ companyId: helvetia().id });
  const all = { interactions: [then, before], tasks: [call] };
  const onPerson = timeline({ contact: moved, people: [], ...all });
  expect(ids(onPerson)).toEqual([before.id]);
  const onNew = timeline({ contact: helvetia(), people: [moved], ...all });
  expect(ids(onNew)).toEqual([before.id]);
  const onFormer = timeline({
    contact: gruyere(),
    people: [],
    formerPeople: [moved.id],
    ...all,
  });
  expect(ids(onFormer)).toEqual([call.id, then.id]);
});

it("TYP-10: what an independent person did stays theirs when they join a company", () => {
  const alone = visit({ date: "2026-02-01" });
  const joined = person({ companyId: helvetia().id });
  expect(
    ids(
      timeline({
        contact: joined,
        people: [],
        interactions: [alone],
        tasks: [],
      }),
    ),
  ).toEqual([alone.id]);
});

it("a corrected visit names its correction, and both are shown", () => {
  const first = visit({ id: "a" });
  const second = visit({ id: "b", amends: "a" });
  const items = timeline({
    contact: luc,
    people: [],
    interactions: [first, second],
    tasks: [],
  });
  expect(
    items.map((item) => item.kind === "interaction" && item.amendedBy),
  ).toEqual([undefined, "b"]);
});
