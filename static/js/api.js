// The only place that talks to the server.

const ROOT = "/api/v1";

async function readProblem(response) {
  const problem = await response.json().catch(() => null);
  return problem?.code ? problem : { code: "unreadable_answer", status: response.status, detail: null, span: null, hint: null };
}

function busySeconds(response) {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) : 2;
}

const AS_JSON = (response) => response.json();
const AS_TEXT = (response) => response.text();
const AS_FILE = (response) => response.blob();

async function outcome(response, read) {
  if (response.ok) return { kind: "answer", data: await read(response) };
  if (response.status === 503) return { kind: "busy", seconds: busySeconds(response) };
  return { kind: "problem", problem: await readProblem(response) };
}

/**
 * Calls that never throw. Each resolves to one of `{kind: "answer", data}`, `{kind: "problem", problem}`,
 * `{kind: "busy", seconds}`, `{kind: "offline"}`, `{kind: "aborted"}`. `language()` gives the language of messages.
 */
export function createApi(language, send = (...request) => fetch(...request)) {
  async function call(path, options, read = AS_JSON) {
    const headers = { "Accept-Language": language(), ...options.headers };
    try {
      return await outcome(await send(ROOT + path, { ...options, headers }), read);
    } catch (error) {
      return { kind: error.name === "AbortError" ? "aborted" : "offline" };
    }
  }

  function post(path, body, signal, read) {
    const headers = { "Content-Type": "application/json" };
    return call(path, { method: "POST", headers, body: JSON.stringify(body), signal }, read);
  }

  return {
    parse: (body, signal) => post("/parse", body, signal),
    evaluate: (body, signal) => post("/evaluate", body, signal),
    curve: (body, signal) => post("/curve", body, signal),
    jacobian: (body, signal) => post("/jacobian", body, signal),
    code: (body, signal) => post("/code", body, signal, AS_TEXT),
    render: (body, signal) => post("/render", body, signal, AS_FILE),
    gates: () => call("/gates", { method: "GET" }),
  };
}

/** Another page of this site as a document, or `null` when it cannot be had. */
export async function fetchPage(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch {
    return null;
  }
}
