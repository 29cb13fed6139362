import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/core/fold.ts";
import { prettyPhone } from "../../../shared/domain/phone.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatCount } from "../../ui/format.ts";
import { Section } from "../../ui/section.tsx";
import { ContactButton, PERSON_HEIGHT } from "./contact-button.tsx";
import { usePeople } from "./use-people.ts";

/** So many stand there one below the other; more have a frame of their own, and a filter. */
const ROOM = 12;

/** Who works here, each a step away, and one more with a click. */
export function PeopleList({ companyId }: { companyId: string }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const people = usePeople(companyId);
  const many = people !== null && people.length > ROOM;
  return (
    <Section
      title={t("people.title")}
      note={many ? formatCount(people.length) : undefined}
      action={
        <Button
          size="small"
          startIcon={<AddRounded />}
          onClick={() => commands.newPerson(companyId)}
        >
          {t("card.addPerson")}
        </Button>
      }
    >
      {people?.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t("people.none")}
        </Typography>
      )}
      {many ? (
        <ManyPeople people={people} />
      ) : (
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -0.75 }}>
          {people?.map((row) => (
            <li key={row.id}>
              <Colleague row={row} />
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}

/** The mobile first: it is the person's own. */
function Colleague({ row }: { row: ContactRow }) {
  const phone = row.mobile ?? row.phone;
  return (
    <ContactButton
      id={row.id}
      kind="person"
      name={row.name}
      meta={[row.jobTitle, phone && prettyPhone(phone, row.country)]
        .filter(Boolean)
        .join(" · ")}
    />
  );
}

/** Drawn only where they are in sight: a company may have thousands. */
function ManyPeople({ people }: { people: readonly ContactRow[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const words = fold(text).split(" ").filter(Boolean);
  const shown =
    words.length === 0
      ? people
      : people.filter((row) => {
          const own = fold(`${row.name} ${row.jobTitle ?? ""} ${row.no}`);
          return words.every((word) => own.includes(word));
        });
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => PERSON_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 6,
  });
  return (
    <>
      <TextField
        fullWidth
        value={text}
        placeholder={t("people.filter")}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { "aria-label": t("people.filter") } }}
        sx={{ mb: 0.75 }}
      />
      {shown.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t("field.noChoice")}
        </Typography>
      )}
      <Box
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label={t("people.title")}
        sx={{
          height: Math.min(shown.length, ROOM) * PERSON_HEIGHT,
          overflowY: "auto",
          mx: -0.75,
          borderRadius: 1,
        }}
      >
        <Box
          component="ul"
          sx={{ listStyle: "none", m: 0, p: 0, position: "relative" }}
          style={{ height: rows.getTotalSize() }}
        >
          {rows.getVirtualItems().map((item) => {
            const row = shown[item.index];
            return (
              row && (
                <Box
                  component="li"
                  key={item.key}
                  aria-setsize={shown.length}
                  aria-posinset={item.index + 1}
                  sx={{ position: "absolute", insetInline: 0, top: 0 }}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <Colleague row={row} />
                </Box>
              )
            );
          })}
        </Box>
      </Box>
    </>
  );
}
