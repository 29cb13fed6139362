import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ButtonBase from "@mui/material/ButtonBase";
import { useState, type ReactNode } from "react";
import { lineLook } from "../../ui/line-look.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";

/** A section of the card whose entries open in a dialog of their own; "add" opens one with a new id. */
export function EntrySection<T>(props: {
  title: string;
  add: string;
  entries: readonly (readonly [id: string, entry: T])[];
  line: (entry: T, id: string) => ReactNode;
  dialog: (id: string, close: () => void) => ReactNode;
}) {
  const { newId } = useSession();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section
      title={props.title}
      action={
        <Button
          size="small"
          startIcon={<AddRounded />}
          onClick={() => setOpen(newId())}
        >
          {props.add}
        </Button>
      }
    >
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -0.75 }}>
        {props.entries.map(([id, entry]) => (
          <li key={id}>
            <ButtonBase
              onClick={() => setOpen(id)}
              sx={{
                ...lineLook,
                display: "block",
              }}
            >
              {props.line(entry, id)}
            </ButtonBase>
          </li>
        ))}
      </Box>
      {open !== null && props.dialog(open, () => setOpen(null))}
    </Section>
  );
}
