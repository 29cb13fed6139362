import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { DraftKeeper } from "../../local-store/use-draft.ts";

/** Throws the draft away; the sheet closes. */
export function DiscardButton(props: { keeper: DraftKeeper; onClose(): void }) {
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
