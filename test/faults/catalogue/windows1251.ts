const ALL = new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));

/**
 * @param json a JSON text
 * @returns the same in windows-1251, with escapes for the characters that it does not have
 */
export function inWindows1251(json: string): Buffer {
  const bytes = Array.from({ length: json.length }, (_, index) => {
    const byte = ALL.indexOf(json[index]!);
    return byte >= 0
      ? [byte]
      : [...Buffer.from(`\\u${json.charCodeAt(index).toString(16).padStart(4, "0")}`)];
  });
  return Buffer.from(bytes.flat());
}
