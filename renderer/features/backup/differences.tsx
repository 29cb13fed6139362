import Typography from "@mui/material/Typography";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../ui/format.ts";
import { wordOf } from "../../ui/word-of.ts";
import type { Difference } from "./restore-backup.ts";

/** The first records that are other ones here, with the fields in which they differ. */
export function Differences(props: {
  differences: readonly Difference[];
  total: number;
}) {
  const { t, i18n } = useTranslation();
  const { differences, total } = props;
  if (differences.length === 0) return null;
  return (
    <div>
      <Typography variant="h3" component="h4">
        {t("backup.differences")}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, fontSize: 13.5 }}>
        {differences.map(({ id, name, kind, fields }) => (
          <li key={id}>
            {name === "" ? t(`backup.kind.${kind}`) : name}
            {" – "}
            {fields
              .map((field) => wordOf(i18n, `field.${field}`) ?? field)
              .join(", ")}
          </li>
        ))}
      </Box>
      {total > differences.length && (
        <Typography variant="caption" color="textSecondary">
          {t("backup.more", { n: formatCount(total - differences.length) })}
        </Typography>
      )}
    </div>
  );
}
