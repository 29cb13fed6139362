import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import { useTranslation } from "react-i18next";
import type {
  FieldChoice,
  MergeField,
} from "../../../shared/domain/merge/merge-fields.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { countOf, COUNTED, type Compared } from "./compare-data.ts";

/** The text of a field as the table shows it. */
export function valueOf(contact: Contact, field: MergeField): string {
  if (field === "companyId")
    return contact.type === "person" ? (contact.companyName ?? "") : "";
  return contact[field] ?? "";
}

/** One column a contact, one row a field in which they differ: whose value counts is chosen with the arrow keys (MRG-2). */
export function CompareTable(props: {
  all: readonly Compared[];
  keep: string;
  fields: readonly MergeField[];
  choice: FieldChoice;
  onKeep(id: string): void;
  onChoose(field: MergeField, id: string): void;
}) {
  const { t } = useTranslation();
  const { all, keep, fields, choice } = props;
  return (
    <Box sx={{ overflowX: "auto" }}>
      <Box
        component="table"
        sx={{
          width: "100%",
          borderCollapse: "collapse",
          fontSize: 13.5,
          "& th, & td": {
            textAlign: "left",
            verticalAlign: "top",
            lineHeight: "20px",
            px: 1,
            py: 0.5,
            minWidth: 150,
            borderBottom: 1,
            borderColor: "divider",
          },
          "& th[scope=row]": {
            minWidth: 120,
            fontWeight: 500,
            color: "text.secondary",
          },
        }}
      >
        <thead>
          <tr>
            <th scope="col">
              <Box component="span" sx={visuallyHidden}>
                {t("double.field")}
              </Box>
            </th>
            {all.map(({ contact }) => (
              <th key={contact.id} scope="col">
                <Option
                  name="keep"
                  checked={contact.id === keep}
                  label={t("double.keepOf", { name: contact.name })}
                  text={contact.name}
                  strong
                  onChoose={() => props.onKeep(contact.id)}
                />
                <Box sx={{ pl: 3.5, fontSize: 12.5, color: "text.secondary" }}>
                  {[contact.no, contact.id === keep && t("double.stays")]
                    .filter(Boolean)
                    .join(" · ")}
                </Box>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{wordOf(field)}</th>
              {all.map(({ contact }) => {
                const text = valueOf(contact, field);
                const chosen = choice[field] ?? keep;
                return (
                  <td key={contact.id}>
                    <Option
                      name={field}
                      checked={chosen === contact.id}
                      label={t("double.valueOf", {
                        field: wordOf(field),
                        value: text === "" ? t("conflict.empty") : text,
                        name: contact.name,
                      })}
                      text={text === "" ? "–" : text}
                      onChoose={() => props.onChoose(field, contact.id)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
          {COUNTED.filter((kind) =>
            all.some((one) => countOf(one, kind) > 0),
          ).map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`double.count.${kind}`)}</th>
              {all.map((one) => (
                <td key={one.contact.id}>
                  <Box
                    component="span"
                    sx={{ pl: 3.5, fontVariantNumeric: "tabular-nums" }}
                  >
                    {countOf(one, kind)}
                  </Box>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );

  function wordOf(field: MergeField): string {
    return t(field === "companyId" ? "field.company" : `field.${field}`);
  }
}

function Option(props: {
  name: string;
  checked: boolean;
  label: string;
  text: string;
  strong?: boolean;
  onChoose(): void;
}) {
  return (
    <FormControlLabel
      sx={{ m: 0, alignItems: "flex-start" }}
      control={
        <Radio
          size="small"
          name={`merge-${props.name}`}
          checked={props.checked}
          onChange={props.onChoose}
          slotProps={{ input: { "aria-label": props.label } }}
          // As high as a line of the text, so that its middle stands on the first one's.
          sx={{ p: 0, mr: 1, "& svg": { fontSize: 20 } }}
        />
      }
      label={
        <Box
          component="span"
          sx={{
            display: "block",
            fontSize: 13.5,
            lineHeight: "20px",
            fontWeight: props.strong ? 650 : props.checked ? 550 : 400,
            color: props.checked ? "text.primary" : "text.secondary",
            overflowWrap: "anywhere",
            whiteSpace: "pre-line",
          }}
        >
          {props.text.length > 200
            ? `${props.text.slice(0, 199)}…`
            : props.text}
        </Box>
      }
    />
  );
}
