// Planted faults, named in the test; the others are sound.
const COLUMNS = "id, seq";

export const statements = [
  `SELECT ${COLUMNS} FROM doc WHERE tenant_id = $1 AND id = $2`,
  `SELECT name, value FROM server_secret WHERE name = $1`,
  "Documents that are read FROM doc in a text are none of its business",
  `SELECT ${COLUMNS} FROM doc WHERE id = $2`,
  "UPDATE tenant_head SET seq = seq + 1",
  `DELETE FROM doc WHERE seq < $1`,
  `SELECT 1 FROM server_secret s JOIN doc d ON d.id = s.value`,
];
