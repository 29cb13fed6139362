import { InlineCreate } from "../features/contacts/inline-create.tsx";
import { TypedDoubles } from "../features/duplicates/typed-doubles.tsx";
import type { NewContactForm } from "../ui/new-contact.ts";

/** Somebody met who is not here yet, made where the visit is written up, with who they may be. */
export const newContact: NewContactForm = ({ name, onHere, onClose }) => (
  <InlineCreate
    name={name}
    onCreated={({ id }) => onHere(id)}
    onUse={onHere}
    onClose={onClose}
    doubles={(typed) => <TypedDoubles {...typed} />}
  />
);
