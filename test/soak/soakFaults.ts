import { hash } from "../../src/sandbox/data/hash";
import { replying, rewriting, type Fault } from "../faults/catalogue/fault";
import { FAULTS } from "../faults/catalogue/faults";
import { jsonReply } from "../faults/front/reply";

const isList: Fault["only"] = ({ path }) => /^\/api\/folders\/?$/.test(path);
const isFolder: Fault["only"] = ({ path }) => /^\/api\/folders\/./.test(path);
const isRead: Fault["only"] = ({ path }) => path.startsWith("/api/folders/");

const refusal = (code: number, message: string): object => ({
  error_code: code,
  error_message: message,
  error_details: null,
});
const page = (items: readonly object[]): object => ({ offset: 0, limit: 100, total_count: 100, items });

/** Faults of one kind of request, which only a window that asks for several kinds at once tells apart. */
const PARTIAL: readonly Fault[] = [
  {
    id: "access-token-refused",
    group: "status",
    title: "Every access token is refused, and renewed without end",
    sentence: /does not accept the session/,
    reason: "signInNeeded",
    only: isRead,
    act: replying(jsonReply(401, refusal(8, "Provided user auth token has expired. Please renew it."))),
  },
  {
    id: "list-missing",
    group: "status",
    title: "404 for the list, while folders are found",
    sentence: / has no \/api\/folders\//,
    reason: "noSuchPath",
    only: isList,
    act: replying(jsonReply(404, refusal(0, "Not found"))),
  },
  {
    id: "folders-missing",
    group: "data",
    title: "404 for folders that exist, while the list has them",
    sentence: undefined,
    reason: "notFound",
    only: isFolder,
    act: replying(jsonReply(404, refusal(10, "Object not exist"))),
  },
  {
    id: "folders-refused",
    group: "status",
    title: "403 for half of the folders, while the list has them",
    sentence: / does not allow this account to read this folder/,
    reason: "forbidden",
    only: (request) => isFolder(request) && hash(...Buffer.from(request.path)) % 2 === 0,
    act: replying(jsonReply(403, refusal(9, "You have not access"))),
  },
  {
    id: "page-empty",
    group: "data",
    title: "An empty page with a total",
    sentence: undefined,
    reason: undefined,
    only: isList,
    act: replying(jsonReply(200, page([]))),
  },
  {
    id: "page-without-ids",
    group: "data",
    title: "A page whose folders have no IDs",
    sentence: undefined,
    reason: undefined,
    only: isList,
    act: rewriting(() => page([{}, { meta_data: {} }, { folder_id: null }])),
  },
];

/** What a soak goes through: all faults of a server on plain HTTP at an IP address. */
export const SOAK_FAULTS: readonly Fault[] = [
  ...FAULTS.filter(({ needs = "http" }) => needs === "http"),
  ...PARTIAL,
];

/** @returns whether a fault says something of folders that is not true: then ends are told that are none */
export function isLie({ group, folderReason }: Fault): boolean {
  return group === "data" || group === "clock" || folderReason === "notFound";
}
