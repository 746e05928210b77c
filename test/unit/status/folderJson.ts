/** Builders for folders and analyses as Oz API sends them. */

let count = 0;

/** @param result `resolution_status`, by default the same as `state` */
export function analysis(state: unknown, result: unknown = state, more: object = {}): object {
  count += 1;
  return { analysis_id: `analysis-${count}`, type: "BIOMETRY", state, resolution_status: result, ...more };
}

export function finished(result: unknown, more: object = {}): object {
  return analysis("FINISHED", result, more);
}

/** @param finishedAt seconds */
export function group(id: string, finishedAt: number, ...analyses: object[]): object[] {
  return analyses.map((json) => ({
    group_id: id,
    time_created: finishedAt - 5,
    time_updated: finishedAt,
    ...json,
  }));
}

export function folder(analyses: unknown, more: object = {}): object {
  return { folder_id: "f", analyses, ...more };
}
