import { randomBytes } from "node:crypto";

/** A text that must be found nowhere. */
export interface Secret {
  readonly name: string;
  readonly text: string;
}

/** Random hexadecimal digits. */
export const hex = (digits: number): string => randomBytes(digits / 2).toString("hex");

/** A random text that JSON, URLs, HTML and Markdown each escape differently; visible ASCII characters only. */
export const special = (): string => `${word()}"w\\\\%$(x)<b>&'](+${word()}`;

/** A random word, too short to look like a token. */
export const word = (): string =>
  `k${BigInt(`0x${hex(16)}`)
    .toString(36)
    .padStart(11, "0")
    .slice(-11)}`;

/** Every secret of a run, each different, so that a find shows its origin. */
export class Planted {
  readonly all: Secret[] = [];

  readonly wrongPassword = this.plant("the wrong password", `${special()}ü`);
  readonly password = this.plant("the password", `${special()}ü`);
  readonly wrongToken = this.plant("the wrong access token", hex(128));
  /** Looks like a folder's ID. */
  readonly typedToken = this.plant("the typed access token", hex(32));
  readonly redirect = this.plant("the token in a redirect", hex(64));
  readonly host = this.plant("the token as the host of a redirect", hex(40));
  readonly moved = this.plant("the token in a redirect that is followed", hex(64));
  readonly named = this.plant("the short token in an error", word());
  readonly unnamed = this.plant("the token in an error", hex(128));

  /** Registers one more secret and returns its text. */
  plant(name: string, text: string): string {
    this.all.push({ name, text });
    return text;
  }
}
