/**
 * Types of `<stance-matrix>`. `import 'stance-matrix'` defines the element and exports nothing at run time; what is
 * exported here are types alone.
 */

/** A value in a row of data. */
export type Value = string | number | boolean | null | undefined;

/**
 * One row of the data: what one source says of one country and one concern. A column such as `summary:ru` is the
 * translation of `summary`; the quote has none. Other columns are carried through.
 */
export interface Statement {
  /** Id or name of the row; `party`, `candidate`, `organisation`, `actor` are accepted in its place. */
  country?: Value;
  /** Id or name of the column; `issue`, `topic`, `thesis` are accepted in its place. */
  concern?: Value;
  /** A value of the scale, or a kind of silence. */
  stance: Value;
  /** Group of the row, theme of the column. */
  group?: Value;
  theme?: Value;
  /** The position in the editor's words. */
  summary?: Value;
  kind?: 'quote' | 'about' | 'paraphrase' | 'action' | '' | null;
  /** Verbatim words and nothing else. */
  quote?: Value;
  /** What is reported or was done. */
  text?: Value;
  speaker?: Value;
  role?: Value;
  /** `2021`, `2021-08`, `2021-08-19`, or an interval `2021-09-07/2021-09-09`. */
  date?: Value;
  source?: Value;
  url?: Value;
  /** BCP 47 language of the quote. */
  lang?: Value;
  /** Of the quote; shown first to who does not read its language. */
  translation?: Value;
  [column: string]: Value;
}

/** A table of a data package: with `data` inline, or in a file that `path` names. */
export interface Resource {
  name: string;
  path?: string | string[];
  /** Rows as objects, rows as lists with the header first, or the text of a CSV. */
  data?: Record<string, Value>[] | Value[][] | string;
  schema?: { fields?: { name: string; [key: string]: unknown }[]; foreignKeys?: unknown[]; [key: string]: unknown };
  [key: string]: unknown;
}

/** A Frictionless Data Package; the statements are its first resource with a field `stance`. */
export interface DataPackage {
  name?: string;
  title?: string;
  description?: string;
  resources: Resource[];
  /** What the standard has no word for: nouns, scale, language, order, notes, translations. */
  stanceMatrix?: Record<string, unknown>;
  [key: string]: unknown;
}

/** What `data` takes: a data package, an array of statements, or the text of a CSV. */
export type Data = DataPackage | Statement[] | string;

/** What is shown, in the keys of a permalink. A missing key stands for all. */
export interface State {
  /** Ids of rows, columns, groups and themes; values of stances. */
  r?: string[];
  c?: string[];
  g?: string[];
  t?: string[];
  s?: string[];
  /** Words searched for. */
  q?: string;
  /** The layout; without it what there is room for. */
  view?: 'auto' | 'matrix' | 'deck';
  /** The order of the rows: `agreement`, or the id of a column; without it the author's. */
  o?: string;
  /** The cell of the pinned card: `ROW/COLUMN`, by ids, percent-encoded. */
  stance?: string;
}

export interface ReadyDetail {
  rows: number;
  columns: number;
  statements: number;
  /** Where the data came from: the value of `src`, `data` or `table`. */
  source: string;
}

/** Null ids where a card has closed. */
export interface SelectDetail {
  country: string | null;
  concern: string | null;
  position: { stance: string; summary: string; statements: number } | null;
  by: 'hover' | 'focus' | 'press' | 'link' | 'api';
}

export interface FilterDetail {
  state: State;
}

export interface ProblemDetail {
  severity: 'error' | 'warning' | 'hint';
  /** The file it is in; empty where that is none. */
  file: string;
  /** Its line, the header being the first. */
  row: number | null;
  column: string | null;
  /** What is wrong, and what to do. */
  text: string;
  help: string;
}

export interface ErrorDetail {
  reason: 'wasm-missing' | 'csp' | 'network' | 'mime' | 'truncated' | 'crash' | 'data';
  message: string;
}

/** The events of the element. They bubble and are composed, so that the page hears them anywhere around it. */
export interface StanceMatrixEventMap {
  'stance-matrix:ready': CustomEvent<ReadyDetail>;
  'stance-matrix:select': CustomEvent<SelectDetail>;
  'stance-matrix:filter': CustomEvent<FilterDetail>;
  'stance-matrix:problem': CustomEvent<ProblemDetail>;
  'stance-matrix:error': CustomEvent<ErrorDetail>;
}

/** The attributes, for typed templates. Lists are ids separated by spaces. */
export interface StanceMatrixAttributes {
  src?: string;
  countries?: string;
  groups?: string;
  concerns?: string;
  themes?: string;
  stances?: string;
  query?: string;
  /** `author`, `agreement`, or the id of a concern. */
  order?: string;
  view?: 'auto' | 'matrix' | 'deck';
  permalink?: 'auto' | 'off';
  loading?: 'lazy' | 'eager';
  /** The reader's language (BCP 47); else that of the nearest ancestor, else the document's. */
  lang?: string;
  theme?: 'auto' | 'light' | 'dark';
}

type Reflected = Omit<StanceMatrixAttributes, 'lang'>;

/** The element. A property that reflects an attribute is empty where there is none; null takes it away. */
export interface StanceMatrix extends HTMLElement {
  get src(): string;
  set src(value: Reflected['src'] | null);
  get countries(): string;
  set countries(value: Reflected['countries'] | null);
  get groups(): string;
  set groups(value: Reflected['groups'] | null);
  get concerns(): string;
  set concerns(value: Reflected['concerns'] | null);
  get themes(): string;
  set themes(value: Reflected['themes'] | null);
  get stances(): string;
  set stances(value: Reflected['stances'] | null);
  get query(): string;
  set query(value: Reflected['query'] | null);
  get order(): string;
  set order(value: Reflected['order'] | null);
  get view(): string;
  set view(value: Reflected['view'] | null);
  get permalink(): string;
  set permalink(value: Reflected['permalink'] | null);
  get loading(): string;
  set loading(value: Reflected['loading'] | null);
  get theme(): string;
  set theme(value: Reflected['theme'] | null);
  /** The data, instead of what `src` names and of the table inside. */
  get data(): Data | undefined;
  set data(value: Data | null | undefined);
  /** What is shown. What is got can be set. */
  state: State;
  /** Opens the card of a cell, by ids. */
  select(country: string, concern: string): void;
  /** Shows everything, and closes the card. */
  clear(): void;
}

/** Names for `::part()`. */
export type StanceMatrixPart =
  | 'widget' | 'title' | 'search' | 'chips' | 'chip' | 'legend' | 'scroller' | 'grid' | 'deck' | 'cell' | 'card' | 'foot' | 'tools' | 'notice';

/** Names of the custom properties, for typed styles. */
export type StanceMatrixProperty =
  | `--stance-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `--stance-ink-${'dark' | 'light'}`
  | '--stance-edge' | `--stance-edge-${1 | 2 | 3 | 9}`
  | `--stance-${'page' | 'text' | 'muted' | 'line' | 'hatch' | 'outline' | 'accent' | 'find' | 'font' | 'serif'}`
  | `--stance-${'small' | 'medium' | 'large' | 'space' | 'cell-width' | 'row-width' | 'max-height' | 'hover-delay'}`;

declare global {
  interface HTMLElementTagNameMap {
    'stance-matrix': StanceMatrix;
  }
  /** So that the element, what is around it and the window hear typed events. */
  interface GlobalEventHandlersEventMap extends StanceMatrixEventMap {}
}
