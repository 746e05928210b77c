import { randomBytes } from "node:crypto";

/** A text that nobody may find. */
export interface Secret {
  readonly name: string;
  readonly text: string;
}

/** Random digits of hexadecimal numbers. */
export const hex = (digits: number): string => randomBytes(digits / 2).toString("hex");

/** In a shape that JSON, URLs, HTML and Markdown each write in their own way; visible ASCII characters only. */
export const special = (): string => `${word()}"w\\\\%$(x)<b>&'](+${word()}`;

/** Too short to look like a token. */
export const word = (): string =>
  `k${BigInt(`0x${hex(16)}`)
    .toString(36)
    .padStart(11, "0")
    .slice(-11)}`;

/** Every secret of a run, none twice, so that what is found tells where it comes from. */
export class Planted {
  readonly all: Secret[] = [];

  readonly wrongPassword = this.plant("the wrong password", `${special()}ü`);
  readonly password = this.plant("the password", `${special()}ü`);
  readonly wrongToken = this.plant("the wrong access token", hex(128));
  /** An id of a folder, could one think. */
  readonly typedToken = this.plant("the typed access token", hex(32));
  readonly redirect = this.plant("the token in a redirect", hex(64));
  readonly host = this.plant("the token as the host of a redirect", hex(40));
  readonly moved = this.plant("the token in a redirect that is followed", hex(64));
  readonly named = this.plant("the short token in an error", word());
  readonly unnamed = this.plant("the token in an error", hex(128));

  /** Takes note of one more secret. */
  plant(name: string, text: string): string {
    this.all.push({ name, text });
    return text;
  }
}
