// The wire: every request the page makes goes through here. What the answers mean is decided elsewhere.

/** Doorstep was reached and said no; the message is one sentence to show. */
export class Refused extends Error {}

/** Doorstep could not be reached; nothing is known about what happened. */
export class Unreachable extends Error {}

const PATIENCE_MS = 15_000;

export const people = () => get("people");
export const messagesAfter = (rev) => get(`messages?after=${rev}`);
export const auditAfter = (n) => get(`audit?after=${n}`);
export const transcriptAddress = (chat) => `/playground/api/transcript?chat=${encodeURIComponent(chat)}`;

export function post(path, body) {
  return call(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** An id for one message, so that sending it again after a broken connection is a repeated delivery. */
export function newMessageId() {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return `page-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The sentence to show for any failure of a request. */
export function sentence(error) {
  if (error instanceof Refused) return error.message;
  if (error instanceof Unreachable) return "Doorstep cannot be reached just now. Please try again.";
  throw error;
}

async function get(path) {
  const answer = await call(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (answer === null) throw new Unreachable();
  return answer;
}

async function call(path, options) {
  const response = await reach(path, options);
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  if (answer?.error) throw new Refused(answer.error);
  if (response.status >= 502) throw new Unreachable();
  throw new Refused(`Doorstep could not do that (${response.status}).`);
}

async function reach(path, options) {
  try {
    return await fetch(`/playground/api/${path}`, { cache: "no-store", ...options });
  } catch {
    throw new Unreachable();
  }
}
