import { CAPITALS, SMALL } from "../../shared/domain/quote.ts";

/** What `trim` takes off a text. */
const WHITE_SPACE = `\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff`;

/** `quoteKey` in SQL. An index is made of it: another form needs another index (`schema.ts`). */
export const QUOTE_KEY = `translate(btrim(data->>'quoteNo', '${WHITE_SPACE}'), '${SMALL}', '${CAPITALS}')`;
