/**
 * A part of a document's id, so that none of / \ ? # comes in: Cosmos DB refuses them, and an escaped per cent is
 * unescaped by some of its clients.
 */
export const idPart = (text: string) => encodeURIComponent(text).replaceAll('%', '~');
