import Box from "@mui/material/Box";
import { AltAddresses } from "./alt-addresses.tsx";
import { DatedNotes } from "./dated-notes.tsx";
import { LinkedContacts } from "./linked-contacts.tsx";
import type { Card } from "./use-card.ts";
import type { CardEdit } from "./use-card-edit.ts";
import { WebSources } from "./web-sources.tsx";

/** What a card may hold any number of; a heading with its key each, and nothing more while there is none. */
export function CardSections({ card, edit }: { card: Card; edit: CardEdit }) {
  const { contact } = card;
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 1 }}>
      <DatedNotes contactId={contact.id} notes={card.notes} edit={edit} />
      <AltAddresses contact={contact} edit={edit} />
      {contact.type === "company" && (
        <WebSources contact={contact} edit={edit} />
      )}
      <LinkedContacts contact={contact} edit={edit} />
    </Box>
  );
}
