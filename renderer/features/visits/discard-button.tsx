import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { VisitDraftKeeper } from "./use-visit-draft.ts";

/** Throws the draft away; the sheet closes. */
export function DiscardButton(props: {
  keeper: VisitDraftKeeper;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { save } = useLocalStore();
  return (
    <Button
      color="inherit"
      sx={{ color: "text.secondary" }}
      onClick={() => {
        void save("action.draft", props.keeper.removal());
        props.onClose();
      }}
    >
      {t("visit.discard")}
    </Button>
  );
}
