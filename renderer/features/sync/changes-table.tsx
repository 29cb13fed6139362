import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { fieldWord, spokenChanges, valueWords } from "./field-words.ts";
import type { OutboxLine } from "./outbox-lines.ts";

/** Field by field, before and after; of a new record only what it holds. */
export function ChangesTable(props: {
  line: OutboxLine;
  names: ReadonlyMap<string, string>;
  label: string;
}) {
  const { t, i18n } = useTranslation();
  const { language } = useSession();
  const codes = useCodes();
  const { line, names } = props;
  const deps = { words: i18n, codes, language, names };
  const showsOld = line.state === "changed";
  const cell = (path: string, value: unknown) =>
    valueWords(line.c, path, value, deps) || "–";
  return (
    <Box
      component="table"
      aria-label={props.label}
      sx={{
        width: "100%",
        borderCollapse: "collapse",
        fontSize: 13,
        "& th, & td": {
          textAlign: "left",
          verticalAlign: "top",
          py: 0.5,
          pr: 2,
          fontWeight: 400,
          overflowWrap: "anywhere",
          whiteSpace: "pre-wrap",
        },
        "& thead th": { fontSize: 12, color: "text.secondary", pb: 0.25 },
        "& tbody tr": { borderTop: 1, borderColor: "divider" },
        "& tbody th": { width: "28%", color: "text.secondary" },
      }}
    >
      <thead>
        <tr>
          <th scope="col">{t("syncPage.field")}</th>
          {showsOld && <th scope="col">{t("syncPage.old")}</th>}
          <th scope="col">{t("syncPage.new")}</th>
        </tr>
      </thead>
      <tbody>
        {spokenChanges(line.fields).map(({ path, old, now }) => (
          <tr key={path}>
            <th scope="row">{fieldWord(path, i18n)}</th>
            {showsOld && (
              <Box component="td" sx={{ color: "text.secondary" }}>
                {cell(path, old)}
              </Box>
            )}
            <Box component="td" sx={{ fontWeight: "500 !important" }}>
              {cell(path, now)}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
