import { isDeepStrictEqual } from "node:util";
import { readFolder, type OzFolder } from "../../oz/model/folder";
import { hasEnded } from "../../status/effectiveStatus";

/** Milliseconds by which a folder's time may be after the server's clock and still be believed. */
const MAX_AHEAD = 60_000;

/**
 * Completes a reply by what it leaves out, as lists may omit members that the folder's own reply has.
 * @param known what is known of the folder
 * @param reply what a reply says about it. A member that is null was sent, and stays null
 * @returns with every known member if it tells of the same change, else with the analyses only: other members may have
 * changed, but nobody would take a folder for one without analyses because a list does not show them
 */
export function completed(known: OzFolder, reply: OzFolder): OzFolder {
  const isSame = reply.updatedAt !== undefined && reply.updatedAt === known.updatedAt;
  const kept = Object.entries(known.json).filter(
    ([name]) => (isSame && !(name in reply.json)) || (name === "analyses" && hasNoAnalyses(reply)),
  );
  if (kept.length === 0) return reply;
  return readFolder({ ...reply.json, ...Object.fromEntries(kept) }, reply.receivedAt) ?? reply;
}

/** @returns whether a reply leaves out the analyses, which is not the same as having none */
export function hasNoAnalyses({ json }: OzFolder): boolean {
  return (json.analyses ?? undefined) === undefined;
}

/**
 * @returns whether a reply tells of an earlier state than what is known, as one from a replica of the server's database
 * may. The folder's times decide, then those of its analyses, which may change without it, then whether it has ended: in
 * one second a folder goes on, not back, unless it has more analyses. Times in the server's future decide nothing
 */
export function isOlder(reply: OzFolder, known: OzFolder): boolean {
  const [before, after] = [known.updatedAt, reply.updatedAt];
  if (before === undefined || after === undefined) return false;
  if (before - (known.receivedAt ?? Infinity) > MAX_AHEAD) return false;
  if (after !== before) return after < before;
  const [analysesBefore, analysesAfter] = [analysesChangedAt(known), analysesChangedAt(reply)];
  return analysesAfter === analysesBefore ? goesBack(known, reply) : analysesAfter < analysesBefore;
}

/** @returns whether two replies hold the same, values that are not valid JSON included */
export function isSame(a: OzFolder, b: OzFolder): boolean {
  return isDeepStrictEqual(a.json, b.json) && isDeepStrictEqual(invalidValues(a), invalidValues(b));
}

function invalidValues({ resolution }: OzFolder): readonly string[] {
  return resolution.findings.flatMap(({ code, message }) => (code === "invalidValue" ? message : []));
}

function goesBack({ resolution: before }: OzFolder, { resolution: after }: OzFolder): boolean {
  return hasEnded(before) && !hasEnded(after) && (after.analysisCount ?? 0) <= (before.analysisCount ?? 0);
}

function analysesChangedAt({ resolution }: OzFolder): number {
  return resolution.groups.reduce((latest, { updatedAt = 0 }) => Math.max(latest, updatedAt), 0);
}
