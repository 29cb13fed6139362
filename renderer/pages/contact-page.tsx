import { useParams } from "@tanstack/react-router";
import { ContactCard } from "../features/contacts/contact-card.tsx";
import { Timeline } from "../features/visits/timeline.tsx";

/** The card of the chosen contact, with what has happened. */
export function ContactPage() {
  const { id } = useParams({ from: "/contacts/$id" });
  return (
    <ContactCard
      key={id}
      id={id}
      timeline={(props) => <Timeline key={id} {...props} />}
    />
  );
}
