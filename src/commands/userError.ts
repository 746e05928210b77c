/** Something that the user can mend, said in one sentence. */
export class UserError extends Error {}
