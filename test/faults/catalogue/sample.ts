import { ArrivalTimes } from "../../../src/sandbox/data/arrivalTimes";
import { IdCodec } from "../../../src/sandbox/data/idCodec";
import { World } from "../../../src/sandbox/data/world";
import { folderJson } from "../../../src/sandbox/reply/folderJson";
import { writeJson } from "../../../src/sandbox/server/json";

/** Enough for each kind of folder that the sandbox has. */
const FOLDERS = 400;

/** Epoch milliseconds. */
const EPOCH = Date.UTC(2025, 2, 1, 12);

/** @returns folders as the sandbox sends them: all kinds that it has */
export function sampleFolders(): readonly unknown[] {
  const arrivals = new ArrivalTimes(EPOCH, 0);
  const snapshot = new World({ folders: FOLDERS, seed: 1, epoch: EPOCH, arrivals }).at(EPOCH);
  const ids = new IdCodec(1);
  return Array.from({ length: FOLDERS }, (_, index): unknown =>
    JSON.parse(writeJson(folderJson(snapshot.folder(index), true, ids))),
  );
}

/** What a list has besides its folders, as the sandbox sends it. */
export const SAMPLE_LIST = { offset: 0, limit: 100, total_count: FOLDERS, items: [] };

/** The reply to a sign-in, as the sandbox sends it. */
export const SAMPLE_SIGN_IN = {
  session_id: "7e7e7e7e-0000-4000-8000-000000000001",
  user_id: "7e7e7e7e-0000-4000-8000-000000000002",
  user_type: "CLIENT",
  access_token: "access",
  expire_token: "expire",
  expire_date: EPOCH / 1000,
};
