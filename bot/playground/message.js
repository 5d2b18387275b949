// One message on the page: its bubble, marks, ticks, reaction and buttons. Text is only ever text, never markup.

import { dayWords, fromTemplate, hourWords, nameOf, setText } from "./words.js";

const STATUS_WORDS = {
  sent: "Sent",
  delivered: "Delivered",
  read: "Read",
  failed: "Not delivered",
  void: "Withdrawn before it was sent",
};
const MEDIA = { photo: ["i-photo", "Photo"], voice: ["i-wave", "Voice note, 0:07"], sticker: ["i-sticker", "Sticker"] };

export const isLost = (message) => message.status === "failed" || message.status === "void";
export const isGone = (message) => message.deleted || isLost(message);

/** The element of one message; `owners` are the ids whose messages stand on the right. */
export function newMessageElement(message, owners) {
  const element = fromTemplate("message-template");
  const mine = owners.includes(message.from);
  element.classList.add(mine ? "mine" : "theirs", message.from === "bot" ? "from-bot" : "from-person");
  element.dataset.n = message.n;
  element.querySelector(".sender").textContent = nameOf(message.from);
  return element;
}

/** Brings an element up to date in place. `options`: previous, press, showButtons, iconOf. */
export function fillMessage(element, message, options) {
  const part = (name) => element.querySelector(`.${name}`);
  element.classList.toggle("gone", message.deleted);
  element.classList.toggle("lost", isLost(message));
  fillDay(part("day"), message, options.previous);
  fillMedia(part("media"), message);
  setText(part("text"), textOf(message));
  part("text").hidden = textOf(message) === "";
  setText(part("marks"), marksOf(message).join(" · "));
  setText(part("meta").querySelector("time"), hourWords(message.at));
  fillTick(element, message);
  fillButtons(part("buttons"), message, options);
}

export function showReaction(element, reaction) {
  const badge = element.querySelector(".reaction");
  badge.hidden = !reaction || reaction.deleted;
  setText(badge.querySelector(".hush"), reaction ? `${nameOf(reaction.from)} gave a thumbs-up` : "");
}

function textOf(message) {
  if (message.deleted) return "This message was deleted";
  if (message.text === "" && !MEDIA[message.kind]) return "(no words)";
  return message.text;
}

function marksOf(message) {
  const marks = [];
  if (message.template) marks.push("template");
  if (message.edited && !message.deleted) marks.push("edited");
  if (message.status === "failed") marks.push("not delivered");
  if (message.status === "void") marks.push("withdrawn");
  return marks;
}

function fillDay(line, message, previous) {
  const words = dayWords(message.at);
  line.hidden = Boolean(previous) && dayWords(previous.at) === words;
  setText(line, words);
}

function fillMedia(line, message) {
  const [icon, words] = MEDIA[message.kind] ?? [];
  line.hidden = !icon || message.deleted;
  if (line.hidden) return;
  line.dataset.kind = message.kind;
  line.querySelector("use").setAttribute("href", `#${icon}`);
  setText(line.querySelector("span"), words);
}

function fillTick(element, message) {
  const tick = element.querySelector(".tick");
  const words = STATUS_WORDS[message.status] ?? "";
  tick.classList.toggle("is-read", message.status === "read");
  tick.toggleAttribute("hidden", isLost(message) || !words);
  tick.querySelector("use").setAttribute("href", `#i-${isLost(message) ? "sent" : message.status}`);
  setText(element.querySelector(".meta .hush"), words);
}

function fillButtons(group, message, { showButtons, press }) {
  const wanted = showButtons && !message.deleted ? message.buttons ?? [] : [];
  const key = JSON.stringify(wanted);
  if (group.dataset.key === key) return;
  group.dataset.key = key;
  group.hidden = wanted.length === 0;
  group.setAttribute("aria-label", "Answers to choose from");
  group.replaceChildren(...wanted.map((button) => buttonElement(button, press)));
}

function buttonElement({ id, label }, press) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", () => press(id, label));
  return element;
}
