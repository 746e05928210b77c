import type { PassedRequest } from "../front/exchange";

type About = (request: PassedRequest) => boolean;

/** A page of the list, and what has changed in it. */
export const isList: About = ({ path }) => /^\/api\/folders\/?$/.test(path);

/** One folder by its ID. */
export const isFolder: About = ({ path }) => /^\/api\/folders\/[^/]+\/?$/.test(path);

/** A log-in, or the renewal of a session. */
export const isSignIn: About = ({ path }) => path.startsWith("/api/authorize/");
