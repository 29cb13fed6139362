import {
  channelKinds,
  channelsOf,
  type ChannelKind,
  type MoreChannel,
} from "../../../shared/domain/more-channels.ts";
import type { Contact } from "../../../shared/entities/contact.ts";

/** A line of the card for one further number or address. */
export interface ChannelLine {
  /** `more/KIND/ITEMID`: says all that a kept text must be known by, even when the item is gone. */
  readonly name: string;
  readonly kind: ChannelKind;
  readonly itemId: string;
  /** Null while it is being added, or when another device has removed it. */
  readonly channel: MoreChannel | null;
}

/** What was just written into a line, while the card does not hold it yet. */
export interface WrittenChannel {
  readonly name: string;
  readonly channel: MoreChannel;
}

export type ChannelMember = "label" | "value";

/** Which further channels stand below the fields of a group. */
export const channelGroups: Readonly<Record<string, readonly ChannelKind[]>> = {
  communication: ["phone", "email", "homePage"],
  address: ["address"],
};

export function channelLineName(kind: ChannelKind, itemId: string): string {
  return `more/${kind}/${itemId}`;
}

/** What the name of a kept text (`more/KIND/ITEMID/value`) speaks of; null when it is a field's. */
export function channelPlaceOf(name: string): {
  readonly kind: ChannelKind;
  readonly itemId: string;
  readonly member: ChannelMember;
} | null {
  const [map, ofKind, itemId = "", member] = name.split("/");
  const kind = channelKinds.find((one) => one === ofKind);
  return map === "more" && kind && itemId !== ""
    ? { kind, itemId, member: member === "label" ? "label" : "value" }
    : null;
}

/** The card holds it by now. */
export function holdsLine(contact: Contact, name: string): boolean {
  const place = channelPlaceOf(name);
  return place !== null && contact.more?.[place.itemId] !== undefined;
}

/**
 * The lines of some kinds: the contact's items, then those that only a kept text, an open editor or `written` speaks of.
 *
 * @param kept names of kept texts and of the open line
 */
export function channelLines(
  contact: Contact,
  kinds: readonly ChannelKind[],
  kept: Iterable<string>,
  written: WrittenChannel | null = null,
): readonly ChannelLine[] {
  const stored = channelsOf(contact, kinds).map(([itemId, channel]) => ({
    name: channelLineName(channel.kind, itemId),
    kind: channel.kind,
    itemId,
    channel,
  }));
  const others = new Map<string, ChannelLine>();
  for (const name of [...kept, ...(written ? [written.name] : [])]) {
    const place = channelPlaceOf(name);
    if (!place || !kinds.includes(place.kind)) continue;
    if (contact.more?.[place.itemId]) continue;
    const { kind, itemId } = place;
    const line = channelLineName(kind, itemId);
    const channel = written?.name === line ? written.channel : null;
    others.set(line, { name: line, kind, itemId, channel });
  }
  return [...stored, ...others.values()];
}
