import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { fieldWord, spokenChanges, valueWords } from "./field-words.ts";
import type { OutboxLine } from "./outbox-lines.ts";
import { tableStyle } from "./table-style.ts";

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
  const text = (path: string, value: unknown) =>
    valueWords(line.c, path, value, deps) || "–";
  return (
    <Box
      component="table"
      aria-label={props.label}
      sx={{
        ...tableStyle,
        tableLayout: "fixed",
        "& th:first-of-type": { width: "26%", color: "text.secondary" },
        "& td": { whiteSpace: "pre-wrap" },
        "& .old": { color: "text.secondary" },
        "& .new": { fontWeight: 550 },
      }}
    >
      <thead>
        <tr>
          <th scope="col">{t("syncPage.field")}</th>
          {showsOld && <th scope="col">{t("syncPage.old")}</th>}
          <th scope="col">{t(showsOld ? "syncPage.new" : "syncPage.value")}</th>
        </tr>
      </thead>
      <tbody>
        {spokenChanges(line.fields).map(({ path, old, now }) => (
          <tr key={path}>
            <th scope="row">{fieldWord(path, i18n)}</th>
            {showsOld && <td className="old">{text(path, old)}</td>}
            <td className="new">{text(path, now)}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
