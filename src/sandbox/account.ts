/** The account of every sandbox. Not a secret: the server listens on loopback only, and its data is invented. */
export const SANDBOX_ACCOUNT = {
  email: "demo@oz.example",
  password: "sandbox",
  /** Belongs to a service account and never expires. */
  accessToken: "5a4d0b0c".repeat(16),
} as const;
