import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { useCommands } from "../../ui/commands.ts";
import { lineLook } from "../../ui/line-look.ts";
import { KindMark, type ContactKind } from "../../ui/kind-mark.tsx";

/** Pixels of one such line. */
export const PERSON_HEIGHT = 46;

/** Another contact in a list of the card: its mark, its name, what it is here; a click opens its card. */
export function ContactButton(props: {
  id: string;
  kind: ContactKind;
  name: string;
  meta: string;
  /** At the end of the line: how far it is. */
  end?: string;
  disabled?: boolean;
  /** Before its card is opened. */
  onOpen?(): void;
}) {
  const commands = useCommands();
  return (
    <ButtonBase
      disabled={props.disabled ?? false}
      onClick={() => {
        props.onOpen?.();
        commands.openContact(props.id);
      }}
      sx={{
        ...lineLook,
        flex: 1,
        minWidth: 0,
        height: PERSON_HEIGHT,
        justifyContent: "flex-start",
        gap: 1.25,
      }}
    >
      <KindMark kind={props.kind} size={28} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography noWrap sx={{ fontWeight: 550 }}>
          {props.name}
        </Typography>
        <Typography
          noWrap
          variant="caption"
          component="div"
          color="textSecondary"
        >
          {props.meta}
        </Typography>
      </Box>
      {props.end !== undefined && (
        <Typography
          variant="body2"
          color="textSecondary"
          sx={{ flex: "none", fontVariantNumeric: "tabular-nums" }}
        >
          {props.end}
        </Typography>
      )}
    </ButtonBase>
  );
}
