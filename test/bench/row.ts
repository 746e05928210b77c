/** A row of a benchmark's table: what was measured, the aim, and whether it is met. */
export interface Row {
  readonly [column: string]: string | number;
  /** Empty if there is no aim. */
  readonly aim: string;
  readonly met: "yes" | "no" | "";
}

/** For a row that only helps to judge others. */
export const NO_AIM = { aim: "", met: "" } as const;

/** @returns the last two cells of a row */
export function judged(aim: string, isMet: boolean): Pick<Row, "aim" | "met"> {
  return { aim, met: isMet ? "yes" : "no" };
}

/** @returns the number, rounded to so many decimal places */
export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
