import { service } from "../../sync/service.ts";
export const badge = service;
