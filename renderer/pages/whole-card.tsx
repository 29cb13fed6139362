import Box from "@mui/material/Box";
import { useEffect } from "react";
import { ContactCard } from "../features/contacts/contact-card.tsx";
import { AbsorbedList } from "../features/duplicates/absorbed-list.tsx";
import { CardDoubles } from "../features/duplicates/card-doubles.tsx";
import { PendingErasure } from "../features/erasure/pending-erasure.tsx";
import { RelationBadges } from "../features/relations/relation-badges.tsx";
import { RelationsSection } from "../features/relations/relations-section.tsx";
import { CadenceLight } from "../features/visits/cadence-light.tsx";
import { CardHappenings } from "./card-happenings.tsx";

/** A card with what every feature puts on it; on the page of contacts, and in a window of its own. */
export function WholeCard(props: {
  id: string;
  onCompare(ids: readonly string[]): void;
  /** What the card is called now. */
  onName?(name: string): void;
}) {
  const { id } = props;
  return (
    <ContactCard
      id={id}
      news={({ contact }) => (
        <Box
          sx={{
            display: "flex",
            flexDirection: "column",
            gap: 1,
            "&:not(:empty)": { mt: 1.5 },
          }}
        >
          {props.onName && <Named name={contact.name} onName={props.onName} />}
          <PendingErasure contactId={contact.id} />
          <AbsorbedList contact={contact} />
          <CardDoubles contact={contact} onCompare={props.onCompare} />
        </Box>
      )}
      badges={({ contact }) => (
        <>
          <RelationBadges id={id} />
          <CadenceLight contact={contact} />
        </>
      )}
      relations={(slot) => <RelationsSection {...slot} />}
      timeline={(slot) => <CardHappenings key={id} {...slot} />}
    />
  );
}

function Named({ name, onName }: { name: string; onName(name: string): void }) {
  useEffect(() => onName(name), [name, onName]);
  return null;
}
