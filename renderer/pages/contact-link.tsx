import Link from "@mui/material/Link";
import { createLink } from "@tanstack/react-router";
import type { ContactLink } from "../ui/lines.tsx";

const RouterLink = createLink(Link);

/** A name that leads to the contact's card. */
export const contactLink: ContactLink = ({ id, name }) => (
  <RouterLink
    to="/contacts/$id"
    params={{ id }}
    color="inherit"
    underline="always"
  >
    {name}
  </RouterLink>
);
