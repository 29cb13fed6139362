import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { CodeKind } from "../../../shared/entities/code.ts";
import { formatCount } from "../../ui/format.ts";
import type { BulkPreview } from "./bulk-run.ts";
import type { CellWords } from "./cell-text.ts";

/** The first contacts before and after, with what cannot be stored and why. */
export function BulkPreviewTable(props: {
  preview: BulkPreview;
  list: CodeKind | null;
  words: CellWords;
}) {
  const { t } = useTranslation();
  const { preview, list, words } = props;
  const text = (value: string) =>
    list === null || value === ""
      ? value
      : value
          .split(", ")
          .map((code) => words.code(list, code))
          .join(", ");
  return (
    <>
      <Typography
        variant="h3"
        component="h3"
        color="textSecondary"
        sx={{ mt: 2 }}
      >
        {t("bulk.first", { n: formatCount(preview.lines.length) })}
      </Typography>
      <Box
        tabIndex={0}
        role="region"
        aria-label={t("bulk.preview")}
        sx={{
          mt: 0.5,
          maxHeight: 320,
          overflow: "auto",
          border: 1,
          borderColor: "divider",
          borderRadius: 1,
        }}
      >
        <Box
          component="table"
          sx={{
            width: "100%",
            borderCollapse: "collapse",
            fontSize: 13,
            "& th": {
              textAlign: "left",
              fontWeight: 600,
              fontSize: 12,
              color: "text.secondary",
              position: "sticky",
              top: 0,
              bgcolor: "surface.sunken",
            },
            "& th, & td": {
              px: 1.25,
              py: 0.75,
              borderBottom: 1,
              borderColor: "divider",
              verticalAlign: "top",
              overflowWrap: "anywhere",
            },
            "& del": { color: "text.secondary" },
            "& ins": { textDecoration: "none", fontWeight: 600 },
          }}
        >
          <thead>
            <tr>
              <th scope="col">{t("bulk.contact")}</th>
              <th scope="col">{t("bulk.before")}</th>
              <th scope="col">{t("bulk.after")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.lines.map(({ id, name, outcome }) => (
              <tr key={id}>
                <td>{name}</td>
                <td>
                  {outcome.before === "" ? (
                    t("filter.none")
                  ) : (
                    <del>{text(outcome.before)}</del>
                  )}
                </td>
                <td>
                  {outcome.kind === "changed" ? (
                    <ins>
                      {outcome.after === ""
                        ? t("filter.none")
                        : text(outcome.after)}
                    </ins>
                  ) : (
                    <Box component="span" sx={{ color: "error.main" }}>
                      {outcome.code === "not-of-this-type"
                        ? t("bulk.notOfType")
                        : t(`problem.${outcome.code}`)}
                    </Box>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </>
  );
}
