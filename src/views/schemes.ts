/** The addresses of what we show in editors begin with these. */
export const JSON_SCHEME = "oz-inspector";
export const EXPLANATION_SCHEME = "oz-inspector-explanation";
