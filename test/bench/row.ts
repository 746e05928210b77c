/** One line of a benchmark's table: what was measured, what is wanted of it, and whether it is so. */
export interface Row {
  readonly [column: string]: string | number;
  /** Empty for a figure that no aim stands for. */
  readonly aim: string;
  readonly met: "yes" | "no" | "";
}

/** What is measured beside a figure, so that the figure can be judged. */
export const NO_AIM = { aim: "", met: "" } as const;

/** @returns the last two cells of a row */
export function judged(aim: string, isMet: boolean): Pick<Row, "aim" | "met"> {
  return { aim, met: isMet ? "yes" : "no" };
}

/** @returns the number with so many digits behind its point, at most */
export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
