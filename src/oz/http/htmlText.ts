const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** @returns what a text of a web page says: `&lt;`, `&#60;` and `&#x3c;` are `<`; rarer names stay as they are */
export function htmlText(html: string): string {
  return html
    .replace(/&#(\d{1,6});/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}
