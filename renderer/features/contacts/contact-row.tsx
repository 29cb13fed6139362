import ScheduleSendRounded from "@mui/icons-material/ScheduleSendRounded";
import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ContactRow } from "../../local-store/store.ts";
import { KindMark, kindOf } from "../../ui/kind-mark.tsx";

export const ROW_HEIGHT = 56;

/** Two quiet lines: who, then what and where. */
export const ContactRowView = memo(function ContactRowView(props: {
  row: ContactRow | undefined;
  unsent: boolean;
}) {
  const { t } = useTranslation();
  const { row } = props;
  if (!row) return <Box role="gridcell" sx={{ height: ROW_HEIGHT }} />;
  const kind = kindOf(row);
  const place = [row.postCode, row.city].filter(Boolean).join(" ");
  const second = [
    t(`kind.${kind}`),
    kind === "person" ? row.companyName : place,
  ];
  return (
    <Box
      role="gridcell"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1.25,
        height: ROW_HEIGHT,
        pl: 1.5,
        pr: 1.25,
        minWidth: 0,
      }}
    >
      <KindMark kind={kind} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography
          noWrap
          sx={{ fontWeight: 550, lineHeight: "20px" }}
          component="div"
        >
          {row.name}
        </Typography>
        <Typography
          noWrap
          variant="caption"
          component="div"
          color="textSecondary"
        >
          {second.filter(Boolean).join(" · ")}
        </Typography>
      </Box>
      {props.unsent && (
        <Tooltip title={t("contacts.unsent")}>
          <ScheduleSendRounded
            titleAccess={t("contacts.unsent")}
            sx={{ fontSize: 16, color: "text.secondary" }}
          />
        </Tooltip>
      )}
    </Box>
  );
});
