/** The shared resolver, in one piece: what a folder's JSON means, and how other extensions are told. */
export { toPublic } from "./publicResolution";
export { resolveAnything } from "./resolveAnything";
