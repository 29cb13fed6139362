import type { OfficeWords } from "./office-words.ts";

export const enOffice: OfficeWords = {
  "value.yes": "yes",
  "value.no": "no",
  "flow.in": "incoming",
  "flow.out": "outgoing",
  "initiatedBy.us": "us",
  "initiatedBy.them": "them",
  "priority.low": "low",
  "priority.normal": "normal",
  "priority.high": "high",
  "field.team": "Team",
  "field.location": "Location",
  "field.closedOn": "Closed on",
  "field.quoteNo": "Quote number",
  "field.quoteMinor": "Quote total",
  "field.entries": "Stage",
  "field.cycle": "Sales cycle",
  "field.createdOn": "Created on",
  "field.completedBy": "Completed by",
  "field.canceled": "Cancelled",
  "field.postponed": "Postponed",
  "field.amends": "Corrects",
  "field.attendees": "Also present",
  "field.contactVia": "Contacted via",
  "field.privacyBlocked": "Privacy blocked",
  "field.minor": "Minor",
  "field.parentalConsent": "Parental consent",
  "field.excludeFromSegment": "Excluded from segments",
  "field.aliases": "Earlier numbers",
  "field.relations": "Business relations",
  "field.altAddresses": "Alternative addresses",
  "field.webSources": "Web sources",
  "field.field": "Field",
  "field.text": "Text",
  "field.kind": "Kind",
  "details.show": "Details",
  "syncPage.showMore": "Show more ({{n}})",
  "syncPage.order": "Order number {{n}}",
  "syncPage.connection": "Connection",
  "syncPage.manage": "Manage in the settings",
  "syncPage.soon": "any moment",
  "syncPage.countsEmpty": "Nothing yet.",
  "syncProblem.unreachable": "The server could not be reached.",
  "syncPage.value": "Value",
  "syncPage.notYet": "not since Carnet was opened",
  "connect.again": "Connect again",
  "connect.againIntro":
    "The server no longer knows this device. Ask your IT department for a new code; everything you entered is kept.",
  "refused.named":
    "Not accepted: {{field}}. Correct this field on the card; the rest is kept here.",
  "refused.not_found":
    "The server no longer has this record, or you can no longer reach it. Copy the text and enter it on another card.",
  "refused.forbidden":
    "Your role does not allow this change. Ask the person in charge or your IT department.",
  "refused.no_set_up":
    "The company is not set up yet: a manager does that first (Settings). Then retry from here; everything is kept.",
  "refused.invalid_field":
    "One of the values is not accepted (see the details). Correct it on the card; the rest is kept here.",
  "refused.privacy_blocked":
    "This contact is privacy blocked: nothing new can be recorded about it.",
  "refused.in_use":
    "This contact still has open tasks or opportunities. Close them, then delete it.",
  "refused.in_progress":
    "An opportunity in progress is not deleted. Close it first (won or lost).",
  "refused.quote_taken":
    "This quote belongs to another opportunity by now. Correct or remove its number and send again: everything else is kept here.",
  "refused.quote_without_company":
    "A quote is addressed to a company. Remove the quote number or choose a contact of a company.",
  "refused.has_people":
    "A company goes with all of its people or not at all: somebody has just added one. Have a look, then delete again.",
  "refused.has_work":
    "Somebody has just recorded something with this person. Have a look, then delete again.",
  "refused.type_kept":
    "The contact keeps its type: something stands against the change by now (see details).",
  "refused.document_too_large":
    "The record has become too large for the server. Shorten its texts.",
  "refused.bad_group":
    "The server did not understand this entry. Copy the text and send the details to your IT department.",
  "refused.unstorable":
    "One character cannot be stored. Enter the text again, without pasting.",
  "refused.series_ended":
    "The number series is used up. Your IT department has to open a new one.",
  "refused.series_passed":
    "The last number lies below numbers that are given already. Choose a higher one.",
  "refused.other": "The server did not accept this entry (see the details).",
  "syncProblem.offline": "No network at the moment. Sending goes on by itself.",
  "syncProblem.dns":
    "The server’s address is not found on this network. Sending goes on by itself.",
  "syncProblem.refused":
    "The server does not answer. Sending goes on by itself.",
  "syncProblem.timeout":
    "The server answers too slowly. Sending goes on by itself.",
  "syncProblem.cut": "The line was cut. Sending goes on by itself.",
  "syncProblem.network":
    "The server cannot be reached. Sending goes on by itself.",
  "syncProblem.certificate":
    "The server’s certificate is not valid: nothing is sent. Tell your IT department.",
  "syncProblem.not-carnet":
    "Something else answers at the server’s address (a hotel’s sign-in page, for instance). Sending goes on by itself.",
  "syncProblem.answer-not-understood":
    "The server’s answer cannot be read. It will be tried again.",
  "syncProblem.server-error": "The server has a fault. It will be tried again.",
  "syncProblem.disk":
    "This computer’s disk refused to write. Make room; it will be tried again.",
  "syncProblem.local_store":
    "The local copy could not be written. Your entries are in the journal; it will be tried again.",
  "syncProblem.unauthenticated":
    "The server no longer knows this device. Ask for a new code and connect it again; your entries are kept.",
  "syncProblem.revoked":
    "Your IT department has revoked this device. Your entries are kept.",
  "syncProblem.forbidden":
    "The server refuses access. Tell your IT department; your entries are kept.",
  "syncProblem.device_forked":
    "This profile was copied: another device sends under the same name. Disconnect and connect this one again; your entries are kept.",
  "syncProblem.device_mismatch":
    "The server expects another device. Disconnect and connect this one again; your entries are kept.",
  "syncProblem.client_too_old":
    "This version of Carnet is too old for the server. Install the new one; your entries are kept.",
  "syncProblem.too_many":
    "The server asks to wait a moment. Sending goes on by itself.",
  "syncProblem.busy": "The server is busy. Sending goes on by itself.",
  "syncProblem.other":
    "The server did not accept the exchange (see the details). It will be tried again.",
  "connect.needDevice": "Give this device a name.",
  "connect.fail.other-company":
    "This server belongs to another company, and this notebook already holds the data of a first one. Use a separate profile for it.",
  "connect.fail.disk":
    "Connected, but this computer’s disk refused to write. Make room and ask for a new code.",
  "connect.deviceHint": "So that your IT department recognises it.",
  "connect.kept": "What you typed is kept.",
  "vault.show": "Show the passphrase",
  "vault.hide": "Hide the passphrase",
  "vault.failed":
    "The key could not be written to the disk. Nothing has been changed; make room and try again.",
  "settings.theme": "Theme",
  "settings.useToday": "Use today’s date",
  "settings.workDateSet": "“Today” is {{day}}.",
  "settings.workDateNone": "“Today” follows this computer’s date: {{day}}.",
  "settings.device": "Device",
  "settings.user": "Person",
  "settings.role.salesperson": "sales",
  "settings.role.manager": "manager",
  "settings.role.marketing": "marketing",
  "settings.role.admin": "administration",
  "settings.sendFirst": "Send first",
  "settings.disconnectNothing": "Nothing is waiting: everything has been sent.",
  "settings.disconnected": "Disconnected. Everything that waits is kept.",
  "settings.disconnectAgain":
    "To connect again you need a new code from your IT department.",
  "settings.protection": "Protection",
  "settings.byKeystore":
    "Encrypted on this device; the key is in the system’s keystore.",
  "settings.byPassphrase":
    "Encrypted on this device; the key is protected by your passphrase.",
  "settings.versionName": "Version",
  "settings.folder": "Data folder",
  "settings.licenceName": "Licence",
  "settings.failed":
    "Not saved: the disk did not answer. The setting is as before.",
};
