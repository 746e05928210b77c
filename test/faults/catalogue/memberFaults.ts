import type { PassedRequest } from "../front/exchange";
import { rewriting, type Fault } from "./fault";
import { changed, CHANGES, membersOf, withFolders, type Path } from "./members";
import { isFolder, isList, isSignIn } from "./requests";
import { SAMPLE_LIST, SAMPLE_SIGN_IN, sampleFolders } from "./sample";

type Told = Pick<Fault, "sentence" | "reason" | "folderReason" | "signInReason">;

const DAMAGED = "The reply from \\S+ is damaged or not from an Oz API\\. ";
const SILENT: Told = { sentence: undefined, reason: undefined };

/** The members without which a reply says nothing; all others may be missing or anything. */
const NEEDED: Readonly<Record<string, Told>> = {
  "list.items": { sentence: new RegExp(DAMAGED), reason: "unreadable" },
  "folder.folder_id": {
    sentence: new RegExp(`${DAMAGED}| sent a list in which nothing has a folder's ID\\. `),
    reason: "unreadable",
  },
  "signIn.access_token": { sentence: new RegExp(DAMAGED), reason: "unreadable" },
};

/** @param rewrite gets the members' owner: the folders of a reply, or the whole reply */
function faultsOf(
  owner: string,
  words: string,
  sample: unknown,
  only: (request: PassedRequest) => boolean,
  rewrite: (json: unknown, each: (owner: unknown) => unknown) => unknown,
): readonly Fault[] {
  return [...membersOf(sample).values()].flatMap((path) =>
    CHANGES.map(([change, what, value]): Fault => {
      const name = path.join(".");
      return {
        id: `member-${change}-${owner}.${name}`,
        group: "data",
        title: `${name} of ${words} ${what}`,
        ...(NEEDED[`${owner}.${name}`] ?? SILENT),
        only,
        act: rewriting((json) => rewrite(json, (each) => changed(each, path, value))),
      };
    }),
  );
}

const ofFolders = (request: PassedRequest): boolean => isList(request) || isFolder(request);

/** A fault for each member of each reply: that it is missing, null or of another type. */
export const MEMBER_FAULTS: readonly Fault[] = [
  ...faultsOf("list", "the list", SAMPLE_LIST, isList, (json, each) => each(json)),
  ...faultsOf("folder", "every folder", sampleFolders(), ofFolders, withFolders),
  ...faultsOf("signIn", "the reply to a sign-in", SAMPLE_SIGN_IN, isSignIn, (json, each) => each(json)),
];

const OPTIONAL: readonly Path[] = [...membersOf(sampleFolders()).values()].filter(
  (path) => !(`folder.${path.join(".")}` in NEEDED),
);

/** The same in few: the members that are needed, and one fault for each change of all others by turns. */
export const FEWER_MEMBER_FAULTS: readonly Fault[] = [
  ...MEMBER_FAULTS.filter(({ reason }) => reason !== undefined),
  ...CHANGES.map(([change, what, value]): Fault => ({
    id: `member-${change}-by-turns`,
    group: "data",
    title: `A member of every folder ${what}, another one in each reply`,
    ...SILENT,
    only: ofFolders,
    act: rewriting((json, { number }) =>
      withFolders(json, (folder) => changed(folder, OPTIONAL[number % OPTIONAL.length]!, value)),
    ),
  })),
];
