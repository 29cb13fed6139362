import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Code, CodeKind } from "../../../shared/entities/code.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { AddCode } from "./add-code.tsx";
import { CodeForm } from "./code-form.tsx";
import { CodeRow } from "./code-row.tsx";
import { OwnNameForm } from "./own-name-form.tsx";
import { RegionDialog } from "./region-dialog.tsx";
import { RemoveCodeDialog } from "./remove-code-dialog.tsx";
import { useMayChangeSetUp, useSetUp } from "./use-set-up.ts";
import { useUsage } from "./use-usage.ts";

interface Asked {
  readonly kind: CodeKind;
  onClose(): void;
}

/**
 * One set-up list. Who has the notebook to themselves, has set nothing up yet and comes to say their name is asked for
 * their region with it: their name alone would pass for a set-up.
 */
export function CodeListDialog(props: Asked) {
  const { alone } = useSession();
  const setUp = useSetUp();
  // What it was when it was opened: what is said in it makes no other dialog of it.
  const asksAll = useRef<boolean | null>(null);
  if (props.kind !== "salesperson" || !alone) return <CodeList {...props} />;
  if (setUp === null) return null;
  asksAll.current ??=
    setUp.setting === null &&
    !setUp.stored.some(({ kind }) => kind === "salesperson");
  return asksAll.current ? (
    <RegionDialog onClose={props.onClose} />
  ) : (
    <CodeList {...props} />
  );
}

/** Names are changed where they stand, new ones added below, from Settings and from every picker. */
function CodeList(props: Asked) {
  const { kind } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const codes = useCodes().of(kind);
  const usage = useUsage(kind);
  const mayChange = useMayChangeSetUp();
  const { alone } = useSession();
  const isOwn = kind === "salesperson" && alone && codes.length === 0;
  const [editing, setEditing] = useState<Code | null>(null);
  const [removing, setRemoving] = useState<Code | null>(null);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby={titleId}
      onClose={props.onClose}
    >
      <DialogTitle id={titleId}>{t(`setup.list.${kind}`)}</DialogTitle>
      <DialogContent>
        <Box sx={{ color: "text.secondary", mb: 1.5 }}>
          {t(`setup.about.${kind}`)}
        </Box>
        {!mayChange && (
          <Alert severity="info" sx={{ mb: 1.5 }}>
            {t("setup.addOnly")}
          </Alert>
        )}
        <Box
          component="ul"
          aria-label={t(`setup.list.${kind}`)}
          sx={{ listStyle: "none", m: 0, p: 0 }}
        >
          {codes.map((code) => (
            <CodeRow
              key={code.id}
              code={code}
              used={usage?.get(code.code) ?? (usage ? 0 : null)}
              mayChange={mayChange}
              onEdit={() => setEditing(code)}
              onRemove={() => setRemoving(code)}
            />
          ))}
        </Box>
        {isOwn && <OwnNameForm onDone={props.onClose} />}
        {codes.length === 0 && !isOwn && (
          <Box sx={{ py: 2, color: "text.secondary" }}>{t("setup.empty")}</Box>
        )}
        {!isOwn && <AddCode kind={kind} codes={codes} onDetails={setEditing} />}
      </DialogContent>
      <DialogActions>
        <Button
          variant={isOwn ? "text" : "contained"}
          color={isOwn ? "inherit" : "primary"}
          onClick={props.onClose}
        >
          {t("close")}
        </Button>
      </DialogActions>
      {editing && (
        <CodeForm
          code={editing}
          isNew={!codes.some(({ id }) => id === editing.id)}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <RemoveCodeDialog
          code={removing}
          others={codes.filter(({ id }) => id !== removing.id)}
          onClose={() => setRemoving(null)}
        />
      )}
    </Dialog>
  );
}
