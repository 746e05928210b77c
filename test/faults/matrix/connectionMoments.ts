import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { desk } from "../../standIn/desk";
import { TIME_LIMIT } from "../window/requestClock";
import { REQUESTS, type Moment } from "./moment";
import { ageOfList, inDialog, inList, inQuestion } from "./places";
import type { Screen } from "./screen";
import { OUTAGE, type Stage } from "./stage";
import { SESSION_LIFETIME } from "./window";

/** Milliseconds: longer than any request waits. */
const WAIT = (TIME_LIMIT + 4) * 1000;

const { email, password, accessToken } = SANDBOX_ACCOUNT;

/** Answers the open question and waits for what follows. */
async function enter({ window }: Stage, text: string): Promise<void> {
  await window.answer((question) => question.enter(text));
  await window.pass(WAIT);
}

async function closeQuestion({ window }: Stage): Promise<void> {
  desk.asking?.close();
  await window.settle();
}

/** What is wrong with the answer; in a box if no other answer would help, as where the server has no sign-in. */
function inSignIn(screen: Screen, stage: Stage): readonly string[] {
  return [...inQuestion(screen), ...inDialog(screen, stage)];
}

/** Signs in from the question for the address, or that for the secret, on; from the start if it has closed. */
async function finish(stage: Stage, from: "address" | "password" | "token"): Promise<void> {
  if (from === "address") {
    // Unless the server was taken for an Oz API all the same.
    if (desk.asking?.problem !== undefined) await enter(stage, stage.window.front.address);
    await stage.window.answer(
      (question) => question.choose("Email and password"),
      (question) => question.enter(email),
    );
  }
  if (!desk.asking) await stage.answerUpToSecret(from === "token" ? "Access token" : "Email and password");
  await enter(stage, from === "token" ? accessToken : password);
}

/** Moments before and around a session. */
export const CONNECTION_MOMENTS: readonly Moment[] = [
  {
    id: "add",
    title: "Add connection",
    what: "The user enters the address of a server.",
    requests: [REQUESTS.version],
    async arrive({ window }: Stage): Promise<void> {
      window.activate();
      window.setListVisible(true);
      window.start("addConnection");
      await window.settle();
    },
    act: (stage) => enter(stage, stage.window.front.address),
    told: inQuestion,
    cancel: closeQuestion,
    retry: (stage) => finish(stage, "address"),
  },
  {
    id: "sign-in",
    title: "Sign in, password",
    what: "The user enters the password of an account.",
    requests: [REQUESTS.signIn],
    async arrive(stage: Stage): Promise<void> {
      stage.window.activate();
      stage.window.setListVisible(true);
      await stage.answerUpToSecret("Email and password");
    },
    act: (stage) => enter(stage, password),
    told: inSignIn,
    cancel: closeQuestion,
    retry: (stage) => finish(stage, "password"),
  },
  {
    id: "token",
    title: "Sign in, token",
    what: "The user enters an access token.",
    requests: [REQUESTS.list],
    async arrive(stage: Stage): Promise<void> {
      stage.window.activate();
      stage.window.setListVisible(true);
      await stage.answerUpToSecret("Access token");
    },
    act: (stage) => enter(stage, accessToken),
    told: inSignIn,
    cancel: closeQuestion,
    retry: (stage) => finish(stage, "token"),
  },
  {
    id: "renewal",
    title: "Renew session",
    what: "The session ends, and only the requests that renew it are broken.",
    requests: [REQUESTS.renewal],
    isAlone: true,
    arrive: (stage) => stage.openList("session"),
    // It begins to be renewed before it ends.
    act: ({ window }) => window.pass(SESSION_LIFETIME + OUTAGE),
    told: inList,
    untoldAge: ageOfList,
  },
];
