import type { frCHDevices } from "./fr-CH-devices.ts";

export const enDevices: Readonly<Record<keyof typeof frCHDevices, string>> = {
  "devices.yours": "Your devices",
  "devices.everyones": "Everyone’s devices",
  "devices.this": "this device",
  "devices.seen": "Seen {{moment}}",
  "devices.enrolled": "connected {{day}}",
  "devices.revoked": "revoked",
  "devices.unknown":
    "The list comes from the server, which does not answer at the moment.",
  "devices.revoke": "Revoke",
  "devices.revokeTitle": "Revoke “{{name}}”?",
  "devices.revokeText":
    "Device of {{user}}, last seen {{moment}}. From its next contact on it receives and sends nothing more. This cannot be undone: to come back it needs a new code.",
  "devices.wipe": "Erase Carnet on this device",
  "devices.wipeOn":
    "At its next contact the key of its data is destroyed. What had not been sent from it is lost. Without a connection nothing is erased.",
  "devices.wipeOff":
    "The data stays readable on the device. What waits there is kept, and sent once it is connected again.",
  "devices.confirm": "Type the device’s name to confirm",
  "devices.confirmWrong": "That is not the device’s name: {{name}}",
  "devices.done": "{{name}} is revoked.",
  "devices.failed":
    "Not revoked: the server did not answer. Nothing has changed.",
  "erased.title": "This device was revoked",
  "erased.text":
    "Your administrator has revoked this device. The key of its data was destroyed: nobody can read the contacts, visits and drafts that were here any more.",
  "erased.sent": "What had been sent is on the server.",
  "erased.nothingLost": "Nothing was waiting to be sent.",
  "erased.lost_one": "{{count}} entry had not been sent yet: it is lost.",
  "erased.lost_other":
    "{{count}} entries had not been sent yet: they are lost.",
  "erased.next":
    "To work with Carnet on this device again, start afresh and connect it with a new code from your IT department.",
  "erased.again": "Start afresh",
  "erased.failed":
    "The old files could not be removed. Try again, or restart Carnet.",
};
