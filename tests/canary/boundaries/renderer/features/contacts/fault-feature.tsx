import { badge } from "../sync/badge.tsx";
export const x = badge;
