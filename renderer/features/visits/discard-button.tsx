import DeleteOutlineRounded from "@mui/icons-material/DeleteOutlineRounded";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { DraftKeeper } from "../../local-store/use-draft.ts";

/** Throws the draft away; the sheet closes. */
export function DiscardButton(props: { keeper: DraftKeeper; onClose(): void }) {
  const { t } = useTranslation();
  const { save } = useLocalStore();
  return (
    <IconButton
      aria-label={t("visit.discard")}
      title={t("visit.discard")}
      sx={{ color: "text.secondary" }}
      onClick={() => {
        void save("action.draft", props.keeper.removal());
        props.onClose();
      }}
    >
      <DeleteOutlineRounded fontSize="small" />
    </IconButton>
  );
}
