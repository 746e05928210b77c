/** Folders as Oz API sends them, said in a line each. */

let count = 0;

/** @param state its `state`; @param result its `resolution_status`, by default what the document wants */
export function analysis(state: unknown, result: unknown = state, more: object = {}): object {
  count += 1;
  return { analysis_id: `analysis-${count}`, type: "BIOMETRY", state, resolution_status: result, ...more };
}

export function finished(result: unknown, more: object = {}): object {
  return analysis("FINISHED", result, more);
}

/** Analyses of one POST, the last of which finished at the given second. */
export function group(id: string, finishedAt: number, ...analyses: object[]): object[] {
  return analyses.map((json) => ({
    group_id: id,
    time_created: finishedAt - 5,
    time_updated: finishedAt,
    ...json,
  }));
}

export function folder(analyses: unknown, words: object = {}): object {
  return { folder_id: "f", analyses, ...words };
}
