/**
 * What bounds foreign texts, replies and requests, all in one place. docs/limits.md says what a user sees of each and how
 * to see the rest; a test compares the two. How often something is asked stands where it is asked.
 */

// Replies. Within these limits a reply blocks the extension host for at most 200 ms, measured by `npm run bench -- limits`;
// ordinary replies stay far below them. Only an object with more than 100,000 different names takes longer: a limit that
// excluded it would exclude large ordinary replies too.

/** Bytes of a reply, while it arrives and while it is unpacked. A page of 100 folders with analyses has about 4 MB. */
export const MAX_BYTES = 24 * 1024 * 1024;

/** JSON values in a reply: the time to parse, resolve and compare grows with them. Such a page has about 110,000. */
export const MAX_VALUES = 250_000;

/** Nesting of objects and lists in a folder: deeper ones would overflow the stack when compared or stringified. */
export const MAX_DEPTH = 100;

/** Analyses that are resolved per folder; each has a row. */
export const MAX_ANALYSES = 500;

/** Media that are read per folder; each has a row. */
export const MAX_MEDIA = 1000;

/** Analyses listed per medium that they used, one line each: nobody reads more. */
export const MAX_USES = 100;

/** Scores per analysis, which has one for each medium. */
export const MAX_SCORES = 1000;

/** Findings about a folder's analyses, each quoting the reply: nobody reads more. */
export const MAX_FINDINGS = 100;

/** Redirects that are followed in a row. */
export const MAX_REDIRECTS = 3;

// Requests and pages

/**
 * Requests at once for folders and lists; more wait. What reads in the background needs eight at most, so that the user
 * never waits for it.
 */
export const MAX_REQUESTS = 12;

/**
 * Requests at once for folders that are read one by one, where several are: so many for the user, and so many in the
 * background.
 */
export const MAX_SINGLE_READS = 4;

/** Look-ups at once for hovers, which the mouse may start by the dozen. */
export const MAX_HOVER_READS = 2;

/** Rows per request of a manual refresh: a reply of about 8 MB, within `MAX_VALUES`. */
export const MAX_PAGE_SIZE = 200;

/** Listed folders up to which the whole list is read again when the server's total has changed unexpectedly. */
export const MAX_READ_AGAIN = 1000;

/** Rows per request for what has changed: a reply of about 8 MB, within `MAX_VALUES`. */
export const MAX_CHANGED_ROWS = 200;

/** Changed folders that are read one after another. With more, reading the list again costs less. */
export const MAX_CHANGES = 600;

/** Matches at which a search pauses. */
export const MAX_NEW_MATCHES = 50;

/** Checked folders at which a search pauses, as a server may not filter at all. */
export const MAX_CHECKED = 400;

/** Folders that are read for a table or for figures about them: some minutes, and some MB of what is kept of them. */
export const MAX_READ_FOLDERS = 10_000;

// Texts, in characters. Each is cut with "…".

/** Of a label, a description or another line of a view. */
export const MAX_LINE = 200;

/** Of a line in a tooltip, enough for a finding. */
export const MAX_TOOLTIP_LINE = 300;

/** Of a sentence of ours that quotes a server: a verdict names many analyses and groups. */
export const MAX_SENTENCE = 1000;

/** Of an unknown status: views are narrow. */
export const MAX_STATUS_LENGTH = 40;

/** Of an unknown type of analysis in the filter. */
export const MAX_TYPE_LENGTH = 60;

/** Of the name of a connection or a saved filter, and of a server's version. */
export const MAX_NAME = 60;

/** Of the word that marks a connection: it stands before the name. */
export const MAX_MARK = 20;

/** Of a type, an error code, a role or an ID that a sentence quotes, and of a label in the status bar. */
export const MAX_QUOTED_NAME = 40;

/** Of an error message that a finding quotes. */
export const MAX_QUOTED_ERROR = 120;

/** Of the path of a value that a finding quotes. */
export const MAX_QUOTED_PATH = 80;

/** Of an error message of the server that our sentence quotes. */
export const MAX_QUOTED_MESSAGE = 160;

/** Of the title of a web page that came instead of a reply. */
export const MAX_QUOTED_TITLE = 60;

/** Of an address, or of a path that a redirect leads to, in a sentence. */
export const MAX_QUOTED_PLACE = 100;

/** Of a host in a question. */
export const MAX_QUOTED_HOST = 120;

/** Of metadata in a copied summary. GitHub takes 65,536 in all. */
export const MAX_COPIED_METADATA = 20_000;

/** Of an ID that is copied: no server has longer IDs. */
export const MAX_ID_LENGTH = 500;

// Lists on screen

/** Analyses that the tooltip of their group lists: each has a row, too. */
export const MAX_TOOLTIP_ANALYSES = 10;

/** Files whose scores are listed in a tooltip: nobody reads more. */
export const MAX_LISTED_FILES = 10;

/** Scores of an analysis in a copied summary: one of many files has a score for each. */
export const MAX_COPIED_SCORES = 10;

/** Matches in a collection that are named. */
export const MAX_NAMED_MATCHES = 3;

/** Analyses whose reasons are given one by one: more would not fit in a sentence. */
export const MAX_REASONS = 3;

/** Values that are not JSON, with a finding each: more lines would fill a tooltip. */
export const MAX_LISTED_FAULTS = 3;

/** Metadata keys by which a value is looked up: each is a request. */
export const MAX_LOOK_UP_KEYS = 10;

/** Metadata keys of the loaded folders that are offered for a saved list, the most frequent first. */
export const MAX_LISTED_KEYS = 200;

/** Loaded folders that the look-up lists. */
export const MAX_LISTED_FOLDERS = 50;

/** Loaded folders to compare with that are listed. */
export const MAX_COMPARED_FOLDERS = 500;

/** Error codes in the overview, most frequent first: they may be anything. */
export const MAX_OVERVIEW_CODES = 20;

/** Thresholds of one kind of analysis in the overview: more lines could not be told apart. */
export const MAX_NAMED_THRESHOLDS = 3;

/** Folders behind a figure of the overview that are read one by one to be listed. */
export const MAX_KNOWN_READS = 500;

/** Recent look-ups of a connection that are offered. */
export const MAX_RECENT_LOOK_UPS = 20;

// Answers to language models, which read and pay by the word

/** Folders in one answer: a model reads them all. */
export const MAX_TOLD_FOLDERS = 20;

/** Analyses of a folder: the group that decides comes first. */
export const MAX_TOLD_ANALYSES = 20;

/** Scores of an analysis: the deciding one comes first. */
export const MAX_TOLD_SCORES = 3;

/** Findings of a folder with their sentences. */
export const MAX_TOLD_FINDINGS = 20;

/** Error codes, or thresholds of a kind of analysis, in the figures of many folders: the most frequent ones. */
export const MAX_TOLD_FIGURES = 20;

/** Characters of the metadata of a folder, as JSON. */
export const MAX_TOLD_METADATA = 2000;

/** Characters of a filter of an agent, as JSON and in words: the question before the call shows all of it. */
export const MAX_ASKED_FILTER = 500;

/** Questions before a call of which it is known which connection they named. */
export const MAX_TOOL_QUESTIONS = 100;

// What is searched in foreign texts

/** Metadata values searched per folder: every loaded folder is searched at each keystroke. */
export const MAX_SEARCHED_VALUES = 1000;

/** Characters of a metadata value, and of its path, that are searched. */
export const MAX_SEARCHED_LENGTH = 500;

/** Levels of objects in metadata that are searched. */
export const MAX_SEARCHED_LEVELS = 4;

/** Characters of a selection, a typed text or the clipboard that are searched for IDs. */
export const MAX_ID_TEXT = 2000;

/** Characters of a web page that are searched for its title. */
export const MAX_SEARCHED_HEAD = 10_000;

/** Characters of a server's text that are searched for secrets before it is quoted: far more than any sentence shows. */
export const MAX_SCRUBBED_LENGTH = 10_000;

/** Characters of a host name that DNS allows. A redirect to a longer one leads nowhere. */
export const MAX_HOST_LENGTH = 253;

/** Characters of a URL that every browser opens. */
export const MAX_LINK_LENGTH = 8000;

/** Characters of an ID that go into the key of its row: VS Code would keep them all. */
export const MAX_KEY_LENGTH = 100;

// Documents and memory

/** Characters of a JSON document above which VS Code's features for JSON make it slow. */
export const MAX_JSON_LENGTH = 5 * 1024 * 1024;

/** Values in a JSON text that is formatted: jsonc-parser creates an edit for each, which takes about 1 µs. */
export const MAX_FORMATTED_VALUES = 180_000;

/** Characters of a JSON text that is formatted, before and after, as indentation adds to them. */
export const MAX_FORMATTED_LENGTH = 7 * 1024 * 1024;

/** Escapes in a JSON text that is formatted: jsonc-parser creates a string for each, which takes about 0.1 µs. */
export const MAX_FORMATTED_ESCAPES = 500_000;

/** Characters of a metadata value that a hover or a terminal offers to look up: it must fit in the text around the mouse. */
export const MAX_OFFERED_VALUE = 120;

/** Characters of a line with a status to hover: the regular expression overflows on very long lines. */
export const MAX_HOVERED_LINE = 1000;

/** Documents of a window that are served after a restart: more than anyone has open. The oldest are forgotten. */
export const MAX_OPENED_DOCUMENTS = 200;

/** Versions of a folder; the oldest are dropped. */
export const MAX_VERSIONS = 20;

/** Versions of all folders together, besides the current ones; the oldest are dropped. */
export const MAX_ALL_VERSIONS = 1000;

/** Statuses of a watched folder with the times when they were seen; the oldest are dropped. */
export const MAX_SEEN_STATUSES = 50;

/** Connections whose folders stay in memory, so that switching back shows them at once. */
export const MAX_KEPT_CONNECTIONS = 3;

/** Rows of the list that stay ten minutes after it was hidden. */
export const MAX_HIDDEN_ROWS = 500;

/** IDs that are known not to be on a server, so that a hover does not ask again; the oldest are dropped. */
export const MAX_NOT_FOUND = 1000;

/** Folders of which it is kept how their own requests went; of others that is forgotten, those asked longest ago first. */
export const MAX_ASKED_FOLDERS = 10_000;

/** Secrets that the log hides, the oldest dropped: a session renewed a hundred times no longer uses its first token. */
export const MAX_SECRETS = 200;

/** Lines of the log that are kept for a report of an issue; the oldest are dropped. */
export const MAX_LOG_LINES = 100;

/** Characters of such a line: the stack of an error has about 1,000. */
export const MAX_LOG_LINE = 4000;

// New folders that are waited for

/** Minutes that one wait lasts at most: what was forgotten must not be asked for ever. */
export const MAX_WAIT_MINUTES = 60;

/** Folders that one wait watches at most: each has a row and an end to tell. */
export const MAX_ARRIVALS = 100;

// Notices

/** Notices a minute about watched folders that have ended. Beyond them one notice counts those that end meanwhile. */
export const MAX_NOTICES = 3;
