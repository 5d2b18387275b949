// One conversation: its log and its composer. It knows nothing of phones, tabs or the staff desk.

import { newMessageId, sentence } from "./api.js";
import { fillMessage, isGone, newMessageElement, showReaction } from "./message.js";
import { fromTemplate, setText } from "./words.js";

/**
 * Opens a conversation and returns what its owner may do with it.
 * `options`: id, title, about, hint, label, writer() -> id, owners, buttons "latest" or "all", act(path, body).
 */
export function openChat(options) {
  const root = fromTemplate("chat-template");
  const part = (selector) => root.querySelector(selector);
  const chat = {
    ...options, root, part, messages: new Map(), elements: new Map(),
    sticky: true, seen: 0, editing: null, unsent: null, queue: Promise.resolve(),
  };
  setText(part(".chat-title"), options.title);
  setText(part(".chat-about"), options.about);
  setText(part(".hint"), options.hint);
  part(".log").setAttribute("aria-label", options.label);
  part("textarea").setAttribute("aria-label", `Message, ${options.label}`);
  listen(chat);
  return chat;
}

/** Takes changed messages in and brings the log up to date. */
export function applyMessages(chat, changed) {
  if (changed.length === 0) return;
  for (const message of changed) chat.messages.set(message.n, message);
  chat.part(".hint").hidden = true;
  const all = inOrder(chat);
  const live = chat.buttons === "all" ? new Set(all.map(({ n }) => n)) : latestBotRun(all);
  let previous = null;
  for (const message of all.filter(({ kind }) => kind !== "reaction")) {
    drawMessage(chat, message, previous, live.has(message.n));
    previous = message;
  }
  for (const message of all.filter(({ kind }) => kind === "reaction")) drawReaction(chat, message);
  settle(chat, changed);
}

/** From now on new messages are read out; what was there before is not. */
export const goLive = (chat) => requestAnimationFrame(() => chat.part(".log").setAttribute("aria-live", "polite"));

export const inOrder = (chat) => [...chat.messages.values()].sort((one, other) => one.n - other.n);

/** The last message of the person holding this chat that can still be edited or deleted. */
export function lastOwn(chat) {
  return inOrder(chat).findLast((m) => m.from === chat.writer() && !m.deleted && m.kind !== "reaction");
}

export const lastFromBot = (chat) => inOrder(chat).findLast((m) => m.from === "bot" && !isGone(m));

export function unreadCount(chat) {
  return inOrder(chat).filter((m) => m.n > chat.seen && m.from !== chat.writer() && !isGone(m)).length;
}

/** Marks everything as seen when the conversation is on the screen; tells whether that changed anything. */
export function markSeen(chat) {
  const newest = Math.max(0, ...chat.messages.keys());
  if (newest <= chat.seen || document.hidden || chat.root.offsetParent === null) return false;
  chat.seen = newest;
  return true;
}

/** A sentence beside the composer: `calm` for news, `alarm` for what went wrong. */
export function say(chat, words, tone = "alarm") {
  const line = chat.part(":scope > .note");
  line.dataset.tone = tone;
  setText(line, words);
}

/** Sends one thing after what is already on its way; answers whether it arrived. */
export function send(chat, body) {
  const sending = chat.queue.then(() => attempt(chat, body));
  chat.queue = sending;
  return sending;
}

export function startEditing(chat) {
  const message = lastOwn(chat);
  if (!message?.text) return say(chat, "There is no message of yours to edit.");
  say(chat, "");
  const field = chat.part("textarea");
  chat.editing = { of: message.n, draft: field.value };
  chat.part(".editing").hidden = false;
  field.value = message.text;
  return field.focus();
}

function listen(chat) {
  const { part } = chat;
  const field = part("textarea");
  const log = part(".log");
  part(".composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit(chat);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chat.editing) stopEditing(chat);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit(chat);
  });
  part(".editing button").addEventListener("click", () => stopEditing(chat));
  part(".newer").addEventListener("click", () => toBottom(chat));
  log.addEventListener("scroll", () => noticeScroll(chat), { passive: true });
  new ResizeObserver(() => chat.sticky && toBottom(chat)).observe(log);
}

async function submit(chat) {
  const field = chat.part("textarea");
  const text = field.value;
  if (!text.trim()) return;
  const edited = chat.editing;
  const body = edited ? { kind: "edit", of: edited.of, text } : { text };
  field.value = "";
  const ghost = showPending(chat, text);
  const arrived = await send(chat, body);
  ghost.remove();
  if (!arrived) return giveBack(field, text);
  if (edited && chat.editing === edited) stopEditing(chat);
}

async function attempt(chat, body) {
  const message = { from: chat.writer(), ...chat.extra, ...body };
  const content = JSON.stringify(message);
  if ("text" in message) message.id = chat.unsent?.content === content ? chat.unsent.id : newMessageId();
  try {
    await chat.act("messages", message);
    chat.unsent = null;
    say(chat, "");
    return true;
  } catch (error) {
    chat.unsent = { content, id: message.id };
    say(chat, sentence(error));
    return false;
  }
}

async function press(chat, id, label) {
  if (chat.pressing) return;
  chat.pressing = true;
  chat.root.classList.add("busy");
  const hadFocus = chat.part(".log").contains(document.activeElement);
  try {
    await chat.act("messages", { from: chat.writer(), press: id });
    say(chat, "");
  } catch (error) {
    say(chat, `${label}: ${sentence(error)}`);
  } finally {
    chat.pressing = false;
    chat.root.classList.remove("busy");
    if (hadFocus && document.activeElement === document.body) chat.part(".log").focus({ preventScroll: true });
  }
}

function stopEditing(chat) {
  const field = chat.part("textarea");
  field.value = chat.editing.draft;
  chat.editing = null;
  chat.part(".editing").hidden = true;
}

function giveBack(field, text) {
  field.value = field.value ? `${text}\n${field.value}` : text;
}

function showPending(chat, text) {
  const ghost = newMessageElement({ n: 0, from: chat.writer() }, chat.owners);
  ghost.classList.add("pending");
  ghost.setAttribute("aria-hidden", "true");
  ghost.querySelector(".text").textContent = text;
  ghost.querySelector("use[href='#i-thumb']").parentElement.remove();
  ghost.querySelector(".tick use").setAttribute("href", "#i-wait");
  chat.part(".log").append(ghost);
  toBottom(chat);
  return ghost;
}

function drawMessage(chat, message, previous, showButtons) {
  let element = chat.elements.get(message.n);
  if (!element) {
    element = newMessageElement(message, chat.owners);
    chat.elements.set(message.n, element);
    if (previous) chat.elements.get(previous.n).after(element);
    else chat.part(".log").prepend(element);
  }
  element.classList.toggle("follows", previous?.from === message.from);
  fillMessage(element, message, { previous, showButtons, press: (id, label) => press(chat, id, label) });
}

function drawReaction(chat, reaction) {
  const element = chat.elements.get(reaction.of);
  if (element) showReaction(element, reaction);
}

/** The numbers of the bot's messages since the person last wrote: the ones whose buttons still count. */
function latestBotRun(all) {
  const end = all.findLastIndex((m) => m.from === "bot" && !isGone(m));
  const run = new Set();
  for (let at = end; at >= 0 && all[at].from === "bot"; at -= 1) run.add(all[at].n);
  return run;
}

function settle(chat, changed) {
  if (chat.sticky) toBottom(chat);
  else if (changed.some((m) => m.n > chat.seen && m.from === "bot")) chat.part(".newer").hidden = false;
}

function toBottom(chat) {
  const log = chat.part(".log");
  log.scrollTop = log.scrollHeight;
  chat.sticky = true;
  chat.part(".newer").hidden = true;
}

function noticeScroll(chat) {
  const log = chat.part(".log");
  if (log.clientHeight === 0) return;
  chat.sticky = log.scrollHeight - log.scrollTop - log.clientHeight < 48;
  if (chat.sticky) chat.part(".newer").hidden = true;
}
