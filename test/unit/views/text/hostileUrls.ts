import fc from "fast-check";
import { analysisRequest, folderRequest } from "../../../../src/oz/api/folderRequests";
import { parseAddress } from "../../../../src/oz/http/address";
import { requestUrl } from "../../../../src/oz/http/ozHttp";
import { readId } from "../../../../src/oz/model/id";
import { anyText } from "../../oz/support";

/** What a shell, PowerShell, cURL or a `.http` file may take for its own. */
const PIECES = [
  ...Array.from("'\"`\\$!#%&()*;<>?[]{}|~^=@,:+-\n\r\t\u0085\u2028\u2029\u2018\u2019\u201b "),
  ..."'\\'' $(id) `id` ${HOME} $HOME {{ozAccessToken}} %7B%7B !! $'\\n' ';id;' //c ### HTTP/1.1 {a,b} [1-3]".split(
    " ",
  ),
];

/** One of them, or any text. */
export const hostilePiece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, anyText);

const address = fc
  .tuple(
    fc.constantFrom("https://oz.example.com/", "http://[::1]:8080/", "localhost/", ""),
    fc.array(hostilePiece, { maxLength: 8 }).map((pieces) => pieces.join("")),
  )
  .map(([start, rest]) => parseAddress(start + rest));

const id = fc
  .tuple(fc.uuid(), fc.oneof(fc.constant(""), hostilePiece))
  .map(([uuid, more]) => readId(uuid + more) ?? readId(uuid)!);

/** The URLs of requests that we copy, for whatever was entered as the address of the server. */
export const hostileUrl = fc
  .tuple(address, id, fc.constantFrom(folderRequest, analysisRequest))
  .map(([address, id, request]) =>
    "baseUrl" in address ? requestUrl(address.baseUrl, request(id)) : undefined,
  )
  .filter((url) => url !== undefined);
