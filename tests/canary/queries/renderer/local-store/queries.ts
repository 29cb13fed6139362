export const sound = [
  contacts.find({ selector: { id: { $gt: last } }, sort: [{ id: "asc" }], limit: 500 }),
  interactions.findOne({ selector: { contactId, atDesc: 1 } }),
  contacts.count({ selector: { _deleted: false } }),
  rows.find((row) => row.name === "x"),
];
export const sealed = contacts.find({ selector: { name: "Huber" }, limit: 1 });
export const skipping = contacts.find({ selector: { id }, skip: 10, limit: 10 });
export const unlimited = contacts.find({ selector: { id } });
export const descending = interactions.find({ selector: { contactId }, sort: [{ atDesc: "desc" }], limit: 1 });
