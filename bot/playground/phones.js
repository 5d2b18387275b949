// A family's phone: the frame around a conversation, its menu, and the locked screen.

import { sentence, transcriptAddress } from "./api.js";
import { inOrder, lastFromBot, lastOwn, openChat, say, send, startEditing } from "./chat.js";
import { isGone } from "./message.js";
import { dateWords, fromTemplate, hourWords, hueOf, initials, nameOf, setText } from "./words.js";

const MESSENGERS = {
  signal: { name: "Signal", about: "Signal, simulated", rekey: "New safety number" },
  whatsapp: { name: "WhatsApp", about: "WhatsApp, simulated", rekey: "New phone (WhatsApp id)" },
};
const SHOWN_WHEN_LOCKED = 4;

/** A phone for one person of kind family; `act` sends a request and brings the page up to date. */
export function openPhone(person, act) {
  const root = fromTemplate("phone-template");
  const messenger = MESSENGERS[person.channel] ?? MESSENGERS.signal;
  const owners = [person.id];
  const phone = { id: person.id, root, owners, messenger, locked: false, part: (name) => root.querySelector(name) };
  phone.chat = openChat({
    id: person.id, title: "Doorstep", about: messenger.about, hint: "Say hello to begin.", label: `${nameOf(person.id)}’s chat with Doorstep`,
    owners, writer: () => writerOf(phone), buttons: "latest", act,
  });
  root.classList.add(person.channel);
  root.dataset.chat = person.id;
  phone.part(".unlocked").append(phone.chat.root);
  phone.chat.part(".extras").append(document.getElementById("phone-menu-template").content.cloneNode(true));
  dress(phone);
  listen(phone, act);
  return phone;
}

/** Another person who writes from this phone. */
export function addOwner(phone, person) {
  phone.owners.push(person.id);
  phone.root.classList.add("shared");
  dress(phone);
  const choice = phone.part(".writer select");
  choice.replaceChildren(...phone.owners.map((id) => new Option(nameOf(id), id)));
  phone.part(".writer").hidden = false;
}

export function setPhoneTime(phone, now) {
  for (const clock of phone.root.querySelectorAll(".phone-time")) setText(clock, hourWords(now));
  setText(phone.part(".lock-date"), dateWords(now).replace(/ \d{4}$/, ""));
}

/** Shows on the locked screen what a passer-by would read: the previews, never the texts. */
export function showPreviews(phone) {
  const all = inOrder(phone.chat);
  const start = all.findLastIndex((m) => phone.owners.includes(m.from)) + 1;
  const fresh = all.slice(start).filter((m) => m.from === "bot" && !isGone(m)).slice(-SHOWN_WHEN_LOCKED);
  const key = JSON.stringify(fresh.map(({ n, preview }) => [n, preview]));
  const list = phone.part(".notices");
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...fresh.map((message) => notice(phone, message)));
  if (fresh.length === 0) list.append(line("no-notices", "No new messages"));
}

function writerOf(phone) {
  return phone.part(".writer select")?.value || phone.id;
}

function dress(phone) {
  const names = phone.owners.map(nameOf).join(" and ");
  const avatar = phone.part(".owner .avatar");
  avatar.classList.add(hueOf(phone.id));
  setText(avatar, initials(phone.id));
  setText(phone.part(".owner-name"), phone.owners.length > 1 ? names : `${names}’s phone`);
  setText(phone.part(".chip"), phone.messenger.name);
  setText(phone.part("[data-do='rekey'] span"), phone.messenger.rekey);
  phone.part(".notices").setAttribute("aria-label", `Locked screen of ${names}’s phone`);
  phone.part(".menu a").href = transcriptAddress(phone.id);
}

function listen(phone, act) {
  const menu = phone.part(".menu");
  const more = phone.part(".more");
  const actions = {
    react: () => react(phone),
    edit: () => startEditing(phone.chat),
    erase: () => erase(phone),
    rekey: () => rekey(phone, act),
    lock: () => setLocked(phone, true),
  };
  more.addEventListener("click", () => showMenu(phone, menu.hidden));
  phone.root.addEventListener("keydown", (event) => closeOnEscape(phone, event));
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target) && !more.contains(target)) showMenu(phone, false);
  });
  phone.part(".extras").addEventListener("click", ({ target }) => {
    const { send: kind, do: action } = target.closest("button")?.dataset ?? {};
    if (!kind && !action) return;
    if (menu.contains(target)) closeMenu(phone);
    if (kind) send(phone.chat, { kind, text: "" });
    else actions[action]();
  });
  phone.part(".unlock").addEventListener("click", () => setLocked(phone, false));
}

function showMenu(phone, open) {
  phone.part(".menu").hidden = !open;
  phone.part(".more").setAttribute("aria-expanded", String(open));
  if (open) phone.part(".menu button").focus();
}

function closeMenu(phone) {
  showMenu(phone, false);
  phone.part(".more").focus();
}

function closeOnEscape(phone, event) {
  if (event.key !== "Escape" || phone.part(".menu").hidden) return;
  event.stopPropagation();
  closeMenu(phone);
}

function react(phone) {
  const message = lastFromBot(phone.chat);
  if (!message) return say(phone.chat, "There is no message from Doorstep yet.");
  return send(phone.chat, { kind: "reaction", of: message.n, text: "👍" });
}

function erase(phone) {
  const message = lastOwn(phone.chat);
  if (!message) return say(phone.chat, "There is no message of yours to delete.");
  return send(phone.chat, { kind: "delete", of: message.n, text: "" });
}

async function rekey(phone, act) {
  try {
    await act("rekey", { id: writerOf(phone) });
    say(phone.chat, `${phone.messenger.rekey}: done. Doorstep sees that this phone has changed.`, "calm");
  } catch (error) {
    say(phone.chat, sentence(error));
  }
}

function setLocked(phone, locked) {
  phone.locked = locked;
  phone.part(".unlocked").hidden = locked;
  phone.part(".locked").hidden = !locked;
  phone.root.classList.toggle("is-locked", locked);
  phone.part(locked ? ".unlock" : ".more").focus();
}

function notice(phone, message) {
  const element = line("notice", "");
  const from = document.createElement("strong");
  from.textContent = `${phone.messenger.name} · Doorstep`;
  const time = document.createElement("time");
  time.textContent = hourWords(message.at);
  const words = document.createElement("span");
  words.textContent = message.preview || "New message";
  element.append(from, time, words);
  return element;
}

function line(className, text) {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}
