import { expect, it } from "vitest";
import {
  deleteInteraction,
  toggleCanceled,
} from "../../../../shared/domain/cancel-interaction.ts";
import { Interaction } from "../../../../shared/entities/interaction.ts";
import { totalsOf } from "../../../../shared/domain/statistics.ts";
import { visit } from "./visit-builder.ts";

const met = visit({ durationMin: 90, costMinor: 4500 });

function toggled(interaction: Interaction): Interaction {
  return Interaction.fields.parse(toggleCanceled(interaction)[0]?.after);
}

it("INT-9: cancelled it counts nowhere, and the mark is taken back", () => {
  const canceled = toggled(met);
  expect(totalsOf([canceled])).toEqual({
    interactions: 0,
    minutes: 0,
    costMinor: 0,
  });
  expect(toggled(canceled)).toEqual(met);
});

it("INT-10: only what is cancelled is deleted", () => {
  expect(deleteInteraction(met)).toEqual({
    ok: false,
    error: { kind: "not-canceled" },
  });
  const gone = deleteInteraction(toggled(met));
  expect(gone.ok && gone.value).toMatchObject([{ id: met.id, after: null }]);
});
