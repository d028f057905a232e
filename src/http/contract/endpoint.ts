/**
 * What an endpoint is, as data: where it is, who may ask, what is asked and answered. Requests are checked, the OpenAPI
 * document is made and the client is typed from these values alone.
 */
import type { z } from "@hono/zod-openapi";
import type { Action } from "../../core/member/permissions.ts";

/** What whoever asks must be allowed: in the workspace, or only to be somebody (`signed_in`), or nothing (`public`). */
type Need = Action | "signed_in" | "public";

/** Bytes rather than JSON. `others`: types that may come instead. */
export type Download = { readonly type: string; readonly description: string; readonly others?: readonly string[] };

export type Endpoint = {
  readonly method: "get" | "head" | "post" | "put" | "patch" | "delete";
  /** Below `/api/v1`; `{id}` is a parameter. */
  readonly path: `/${string}`;
  readonly need: Need;
  /** A step of the wizard: the token of a page of another product reaches it, for imports and uploads of the same person. */
  readonly inEmbed?: true;
  /** Chapter of the documentation. */
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly query?: z.ZodObject;
  /** JSON. */
  readonly body?: z.ZodType;
  /** Media types whose bodies the handler reads itself, as they come. */
  readonly takes?: readonly string[];
  /** What those bodies hold, by media type, for the document; what is not said is bytes. */
  readonly holds?: Readonly<Record<string, z.ZodType>>;
  /** Headers of the request that mean something here beside those that all requests may have, with what they say. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Its body or its answer takes as long as the other side likes: it holds no connection to the database, and its ports take
   * one for each call.
   */
  readonly isSlow?: true;
  /** What it answers opens something and is kept nowhere: whoever repeats the request is not answered with it again. */
  readonly holdsSecret?: true;
  /** Spoken by a library of its own, which reads the request and makes the answer. */
  readonly protocol?: "tus";
  /** Null = nothing, with 204. */
  readonly answer: z.ZodType | Download | null;
  /** Of an answer that is no refusal. */
  readonly status?: 200 | 201 | 202 | 204;
};

/** Keeps the literal types that requests and answers are typed by. */
export const endpoint = <const E extends Endpoint>(value: E): E => value;

export const isDownload = (answer: Endpoint["answer"]): answer is Download =>
  answer !== null && "type" in answer && !("parse" in answer);

type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

export type ParamsOf<E extends Endpoint> = Readonly<Record<ParamNames<E["path"]>, string>>;
export type QueryOf<E extends Endpoint> = E["query"] extends z.ZodType ? z.output<E["query"]> : Record<never, never>;
/** As it is sent. */
export type QuerySent<E extends Endpoint> = E["query"] extends z.ZodType ? z.input<E["query"]> : Record<never, never>;
export type BodyOf<E extends Endpoint> = E["body"] extends z.ZodType ? z.output<E["body"]> : undefined;
export type BodySent<E extends Endpoint> = E["body"] extends z.ZodType ? z.input<E["body"]> : undefined;
export type AnswerOf<E extends Endpoint> = E["answer"] extends z.ZodType ? Frozen<z.output<E["answer"]>> : null;

/** Nobody changes an answer. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
