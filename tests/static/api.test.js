import assert from "node:assert/strict";
import { test } from "node:test";
import { createApi } from "../../static/js/api.js";

const response = (status, body, headers = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

function serving(answer) {
  const calls = [];
  const send = async (address, options) => {
    calls.push({ address, ...options });
    return answer();
  };
  return { api: createApi(() => "ko", send), calls };
}

test("a call carries the language and JSON, and gives the answer", async () => {
  const { api, calls } = serving(() => response(200, { nodes: [] }));
  assert.deepEqual(await api.evaluate({ expression: "x" }), { kind: "answer", data: { nodes: [] } });
  const [{ address, method, headers, body }] = calls;
  assert.deepEqual([address, method, body], ["/api/v1/evaluate", "POST", '{"expression":"x"}']);
  assert.deepEqual(headers, { "Accept-Language": "ko", "Content-Type": "application/json" });
});

test("a problem is passed on as it is", async () => {
  const problem = { code: "syntax_error", span: [0, 1], detail: "…" };
  const { api } = serving(() => response(422, problem));
  assert.deepEqual(await api.parse({}), { kind: "problem", problem });
});

test("an error that is no problem document still has a code", async () => {
  const { api } = serving(() => response(502, "<html>Bad gateway"));
  const { kind, problem } = await api.parse({});
  assert.equal(kind, "problem");
  assert.equal(problem.code, "unreadable_answer");
});

test("a busy server says when to come back; without a number it is two seconds", async () => {
  assert.deepEqual(await serving(() => response(503, "", { "Retry-After": "5" })).api.parse({}), { kind: "busy", seconds: 5 });
  assert.deepEqual(await serving(() => response(503, "")).api.parse({}), { kind: "busy", seconds: 2 });
  assert.deepEqual(await serving(() => response(503, "", { "Retry-After": "9999" })).api.parse({}), { kind: "busy", seconds: 60 });
});

test("no connection and a broken-off call are told apart", async () => {
  const failing = (error) => createApi(() => "en", () => Promise.reject(error));
  assert.deepEqual(await failing(new TypeError("failed")).parse({}), { kind: "offline" });
  assert.deepEqual(await failing(new DOMException("", "AbortError")).parse({}), { kind: "aborted" });
});
