import { z } from "zod";

// The page's policy forbids `new Function`, and zod would try it: this must be imported before the first schema.
z.config({ jitless: true });
