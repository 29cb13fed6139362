import type { z } from "zod";
import type { EntityDefinition } from "./define-entity.ts";
import { Account } from "./account.ts";
import { Code } from "./code.ts";
import { Contact } from "./contact.ts";
import { Draft } from "./draft.ts";
import { FileInfo } from "./file.ts";
import { Interaction } from "./interaction.ts";
import { Note } from "./note.ts";
import { Opportunity } from "./opportunity.ts";
import { Purchase } from "./purchase.ts";
import { Setting } from "./setting.ts";
import { Task } from "./task.ts";

/** The one list of entities; store, wire, server and tests all read it. */
export const entities = {
  contacts: Contact,
  interactions: Interaction,
  tasks: Task,
  opportunities: Opportunity,
  codes: Code,
  settings: Setting,
  purchases: Purchase,
  accounts: Account,
  files: FileInfo,
  notes: Note,
  drafts: Draft,
} as const;

export type Documents = {
  [N in keyof typeof entities]: z.infer<(typeof entities)[N]["fields"]>;
};

export type CollectionName = keyof Documents;
export type AnyDocument = Documents[CollectionName];

export const collectionNames = Object.keys(
  entities,
) as readonly CollectionName[];
export const syncedCollections = collectionNames.filter(
  (name) => !entities[name].localOnly,
);

/** Written by the server alone, from the ERP: no device sends any of it. */
export function isServers(name: string): boolean {
  return name === "accounts" || name === "purchases";
}

export function isCollection(name: string): name is CollectionName {
  return Object.hasOwn(entities, name);
}

/** The definition, with its generics forgotten: for code that treats every entity alike. */
export function entityOf(name: CollectionName): EntityDefinition {
  return entities[name] as unknown as EntityDefinition;
}
