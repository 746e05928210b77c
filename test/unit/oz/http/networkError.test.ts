import assert from "node:assert/strict";
import { networkError } from "../../../../src/oz/http/networkError";
import { OzError } from "../../../../src/oz/http/ozError";

const origin = "https://oz.example.com:8443";

function coded(code: string, message = "request to https://oz.example.com:8443/api?secret=1 failed"): Error {
  return Object.assign(new Error(message), { code });
}

describe("networkError", () => {
  const known: readonly (readonly [string, string, RegExp])[] = [
    ["ENETUNREACH", "offline", /cannot be reached/],
    ["EHOSTUNREACH", "offline", /cannot be reached/],
    ["EAI_AGAIN", "offline", /cannot be reached/],
    ["ECONNREFUSED", "refused", /refused the connection/],
    ["ENOTFOUND", "unknownHost", /host .* cannot be found/],
    ["ECONNRESET", "reset", /closed the connection/],
    ["EPIPE", "reset", /closed the connection/],
    ["ERR_STREAM_PREMATURE_CLOSE", "reset", /closed the connection/],
    ["ETIMEDOUT", "timeout", /does not respond/],
    ["ERR_REPLY_TOO_LARGE", "unreadable", /more than 24 MB, .* such as curl/],
    ["Z_DATA_ERROR", "unreadable", /damaged/],
    ["HPE_INVALID_CONSTANT", "notOzApi", /not speak HTTP/],
    ["HPE_HEADER_OVERFLOW", "unreadable", /more than 16 KB of headers/],
    ["HPE_INVALID_TRANSFER_ENCODING", "unreadable", /breaks the rules of HTTP \(HPE_INVALID_TRANSFER_/],
    ["HPE_UNEXPECTED_CONTENT_LENGTH", "unreadable", /breaks the rules of HTTP/],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls", /self-signed.*http\.systemCertificates.*NODE_EXTRA_CA_CERTS/],
    ["SELF_SIGNED_CERT_IN_CHAIN", "tls", /authority.*http\.systemCertificates/],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls", /authority.*http\.systemCertificates/],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls", /whole chain.*NODE_EXTRA_CA_CERTS/],
    ["CERT_HAS_EXPIRED", "tls", /expired/],
    ["CERT_NOT_YET_VALID", "tls", /not valid yet.*clock/],
    ["CERT_REVOKED", "tls", /revoked/],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls", /another host/],
    ["HOSTNAME_MISMATCH", "tls", /another host/],
    ["CERT_SIGNATURE_FAILURE", "tls", /rejected \(CERT_SIGNATURE_FAILURE\)/],
    ["INVALID_CA", "tls", /rejected/],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls", /does not speak TLS/],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "tls", /have no version of TLS in common\. .*TLS 1\.2/],
    ["ERR_SSL_UNSUPPORTED_PROTOCOL", "tls", /have no version of TLS in common\./],
    ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "tls", /requires a client certificate, /],
    ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "tls", /secure connection .* failed/],
    ["EPROTO", "tls", /secure connection .* failed/],
  ];
  for (const [code, reason, sentence] of known) {
    it(`${code} is ${reason}`, () => {
      const error = networkError(coded(code), origin);
      assert.equal(error.reason, reason);
      assert.match(error.message, sentence);
      assert.match(error.message, /^[^\n]*oz\.example\.com:8443[^\n]*\.$/);
      assert.doesNotMatch(error.message, /secret|request to/);
    });
  }

  it("tells each certificate error apart", () => {
    const codes = [
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "CERT_HAS_EXPIRED",
      "ERR_TLS_CERT_ALTNAME_INVALID",
    ];
    assert.equal(new Set(codes.map((code) => networkError(coded(code), origin).message)).size, codes.length);
  });

  it("recognizes plain HTTP on a TLS port by the messages of OpenSSL and BoringSSL", () => {
    for (const text of [
      "write EPROTO 00:error:0A00010B:SSL routines::wrong version number:",
      "WRONG_VERSION_NUMBER",
    ]) {
      assert.match(networkError(coded("EPROTO", text), origin).message, /does not speak TLS/);
    }
  });

  it("finds the code in a cause and among several errors", () => {
    const cause = new Error("fetch failed", { cause: new Error("inner", { cause: coded("ENOTFOUND") }) });
    assert.equal(networkError(cause, origin).reason, "unknownHost");
    assert.equal(
      networkError(new AggregateError([new Error("?"), coded("ECONNREFUSED")]), origin).reason,
      "refused",
    );
  });

  it("ends for causes that go in circles", () => {
    const circle = new Error("round");
    circle.cause = circle;
    assert.equal(networkError(circle, origin).reason, "offline");
  });

  it("makes a sentence of anything", () => {
    for (const thrown of [new Error("Proxy connection ended"), undefined, null, "text", 7, { code: 7 }]) {
      const error = networkError(thrown, origin);
      assert.equal(error.reason, "offline");
      assert.match(error.message, /cannot be reached/);
    }
  });

  it("returns an OzError unchanged", () => {
    const error = new OzError("timeout", "slow", { origin });
    assert.equal(networkError(error, origin), error);
  });

  it("drops the network's error, which holds the whole URL", () => {
    assert.equal(networkError(coded("ENOTFOUND"), origin).cause, undefined);
  });
});
