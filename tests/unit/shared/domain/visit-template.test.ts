import { describe, expect, test } from "vitest";
import { createOpportunity } from "../../../../shared/domain/create-opportunity.ts";
import { logVisit } from "../../../../shared/domain/log-visit.ts";
import { findCode } from "../../../../shared/domain/starter-codes.ts";
import {
  emptyVisit,
  isWorthKeeping,
  readDraft,
  toDraft,
} from "../../../../shared/domain/typed-visit.ts";
import {
  askedTemplate,
  withTemplate,
} from "../../../../shared/domain/visit-template.ts";
import type { Code } from "../../../../shared/entities/code.ts";
import { gruyere as company } from "./contact-builder.ts";

const TODAY = "2026-03-13";
const READING = { today: TODAY, language: "fr-CH" };
const PRESETS = { opened: "17:05", usualMinutes: null, opportunityId: "" };
const demo: Code = {
  ...(findCode("interactionTemplate", "ONSITE", []) as Code),
  code: "DEMO",
  noteText: "Démonstration de l'AF-200 : ",
  steps: [
    { type: "task", description: "Envoyer l'offre", dateFormula: "2W" },
    { type: "phoneCall", description: "Rappeler" },
  ],
  cycle: "NEW",
};
const blank = emptyVisit(company().id, TODAY);

describe("a template behind a stroke", () => {
  test.each([
    ["/", ""],
    ["/demo", "demo"],
    ["Vu l'atelier. /dem", "dem"],
    ["Première ligne\n/dé", "dé"],
  ])("is asked for by “%s”", (note, asked) => {
    expect(askedTemplate(note)).toBe(asked);
  });
  test.each(["", "1/2", "et/ou", "/demo ", "AF-200 / AF-300"])(
    "is not asked for by “%s”",
    (note) => {
      expect(askedTemplate(note)).toBeNull();
    },
  );

  test("INT-1, INT-3: its kind, its text where the stroke stood, and what was written before stays", () => {
    const typed = { ...blank, result: "Vu l'atelier. /dem", duration: "20" };
    const filled = withTemplate(typed, demo, "2026-03-10");
    expect(filled).toMatchObject({
      template: "DEMO",
      duration: null,
      result: "Vu l'atelier. Démonstration de l'AF-200 : ",
      steps: [
        { type: "task", description: "Envoyer l'offre", date: "2026-03-24" },
        { type: "phoneCall", description: "Rappeler", date: "2026-03-17" },
      ],
      opens: "NEW",
    });
    expect(isWorthKeeping(withTemplate(blank, demo, TODAY))).toBe(true);
    expect(readDraft(JSON.parse(JSON.stringify(filled)))).toEqual(filled);
    expect(readDraft({ ...filled, steps: [{ date: "x" }, 3] })?.steps).toEqual(
      [],
    );
  });

  test("INT-11: saved, its tasks and the next step are due and come from the visit, which opens one opportunity", () => {
    const filled = {
      ...withTemplate(blank, demo, TODAY),
      nextStep: "20.03. appeler",
    };
    const draft = toDraft(filled, READING, {
      ...PRESETS,
      opportunityId: "0190a000-0000-7000-8000-000000000777",
    });
    expect(draft.opportunityId).toBeUndefined();
    let n = 0;
    const newId = () => `id${++n}`;
    const contact = company();
    const logged = logVisit(
      {
        ...{ contact, template: demo, userSalesperson: "CRO", newId },
        ...{ today: TODAY, time: "17:05" },
      },
      draft,
    );
    if (!logged.ok) throw new Error(logged.error.kind);
    const [visit, ...tasks] = logged.value;
    expect(
      tasks.map(({ after }) => after && "date" in after && after.date),
    ).toEqual(["2026-03-20", "2026-03-27", "2026-03-20"]);
    expect(tasks.map(({ after }) => after)).toMatchObject([
      { interactionId: "id1", type: "phoneCall" },
      { interactionId: "id1", type: "task", description: "Envoyer l'offre" },
      { interactionId: "id1", type: "phoneCall", description: "Rappeler" },
    ]);
    if (visit?.c !== "interactions" || !visit.after)
      throw new Error("no visit");
    const made = createOpportunity(
      {
        ...{ contact, today: TODAY, newId, userSalesperson: "CRO" },
        cycle: findCode("salesCycle", "NEW", []),
        from: { interaction: visit.after, opportunities: [] },
        activity: () => null,
      },
      { description: "Démonstration" },
    );
    expect(made).toMatchObject({
      ok: true,
      value: [{ after: { interactionId: "id1", cycle: "NEW" } }],
    });
  });
});
