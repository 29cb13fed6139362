import Button from "@mui/material/Button";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  comparedFields,
  proposedChoice,
  type FieldChoice,
} from "../../../shared/domain/merge/merge-fields.ts";
import {
  collisionsOf,
  unresolved,
  type Resolutions,
} from "../../../shared/domain/merge/merge-rows.ts";
import { Section } from "../../ui/page.tsx";
import { CollisionRows } from "./collision-rows.tsx";
import { fullest, type Compared } from "./compare-data.ts";
import { CompareTable } from "./compare-table.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { useMayMerge } from "./use-may-merge.ts";
import { useMerge } from "./use-merge.ts";
import { useSeparate } from "./use-separate.ts";

/** Two to five contacts side by side: which stays, whose values count, what hangs on each (ux.md 5(g)4). */
export function CompareView(props: {
  all: readonly Compared[];
  onDone(id: string | null): void;
}) {
  const { t } = useTranslation();
  const { all } = props;
  const [chosenKeep, setKeep] = useState<string | null>(null);
  const [choices, setChoices] = useState<FieldChoice>({});
  const [resolutions, setResolutions] = useState<Resolutions>({});
  const [asking, setAsking] = useState(false);
  const may = useMayMerge();
  const { merge } = useMerge();
  const separate = useSeparate();
  const contacts = useMemo(() => all.map(({ contact }) => contact), [all]);
  const keepId = contacts.some(({ id }) => id === chosenKeep)
    ? (chosenKeep ?? "")
    : fullest(all);
  const keep = contacts.find(({ id }) => id === keepId);
  const others = contacts.filter(({ id }) => id !== keepId);
  if (!keep || others.length === 0) return null;
  const fields = comparedFields(contacts);
  const choice = { ...proposedChoice(keep, others), ...choices };
  const collisions = others.flatMap((one) => collisionsOf(keep, one));
  const open = others.flatMap((one) => unresolved(keep, one, resolutions));
  const mixed = new Set(contacts.map(({ type }) => type)).size > 1;
  const blocked = mixed || open.length > 0 || !may;
  const [only] = others.length === 1 ? others : [];
  const why = mixed
    ? t("double.refused.other-type")
    : !may
      ? t("double.managersOnly")
      : open.length > 0
        ? t("double.undecided", { count: open.length })
        : t("double.reversible");
  return (
    <>
      <Section
        id="compare"
        title={t("double.sideBySide")}
        hint={t("double.sideHint")}
      >
        <CompareTable
          all={all}
          keep={keepId}
          fields={fields}
          choice={choice}
          onKeep={(id) => {
            setKeep(id);
            setChoices({});
            setResolutions({});
          }}
          onChoose={(field, id) =>
            setChoices((before) => ({
              ...before,
              [field]: id,
              ...(field === "name" ? { searchName: id } : {}),
            }))
          }
        />
        <Typography
          variant="body2"
          color="textSecondary"
          sx={{ mt: 1.5, maxWidth: 640 }}
        >
          {t("double.united")}
        </Typography>
      </Section>
      {collisions.length > 0 && (
        <Section
          id="collisions"
          title={t("double.collisions")}
          hint={t("double.collisionsHint")}
          {...(open.length > 0 ? { tone: "warning" as const } : {})}
        >
          <CollisionRows
            collisions={collisions}
            contacts={contacts}
            keep={keep}
            resolutions={resolutions}
            onResolve={(row, how) =>
              setResolutions((before) => ({ ...before, [row]: how }))
            }
          />
        </Section>
      )}
      <Box
        sx={{
          display: "flex",
          flexWrap: "wrap",
          alignItems: "center",
          gap: 1.5,
        }}
      >
        <Button
          variant="contained"
          disabled={blocked}
          aria-describedby="merge-why"
          onClick={() => setAsking(true)}
        >
          {t("double.merge", { count: contacts.length })}
        </Button>
        {only && (
          <Button
            variant="outlined"
            color="inherit"
            onClick={() =>
              void separate(keep.id, only.id, true).then(() =>
                props.onDone(null),
              )
            }
          >
            {t("double.separate")}
          </Button>
        )}
        <Button color="inherit" onClick={() => props.onDone(null)}>
          {t("cancel")}
        </Button>
        <Typography id="merge-why" variant="body2" color="textSecondary">
          {why}
        </Typography>
      </Box>
      {asking && (
        <MergeDialog
          keep={keep}
          others={others}
          onClose={() => setAsking(false)}
          onMerge={async () => {
            const done = await merge({ keep, others, choice, resolutions });
            setAsking(false);
            if (done) props.onDone(keep.id);
          }}
        />
      )}
    </>
  );
}
