// The staff desk: the staff channel, and the private line of whichever staff member sits at it.

import { openChat, unreadCount } from "./chat.js";
import { hueOf, initials, nameOf, setText } from "./words.js";

export const CHANNEL = "staff-channel";
const REMEMBERED = "doorstep-desk";

/** Builds the desk once the staff are known. `changed` runs when somebody else sits down. */
export function openDesk(staff, act, changed) {
  const desk = { staff, current: staff[0].id, tabs: new Map(), chats: new Map(), changed };
  desk.channel = openChat({
    id: CHANNEL, title: "Staff channel", about: "Codes and buttons, no names",
    hint: "Cards appear here when there is something to do.", label: "Staff channel",
    owners: [], writer: () => desk.current, extra: { chat: CHANNEL }, buttons: "all", act,
  });
  desk.channel.root.dataset.chat = CHANNEL;
  desk.channel.part(".chat-head .avatar").replaceChildren(icon("i-channel"));
  document.getElementById("channel-pane").replaceChildren(desk.channel.root);
  for (const person of staff) seat(desk, person, act);
  document.getElementById("rail").addEventListener("keydown", (event) => moveByKey(desk, event));
  sit(desk, desk.tabs.has(remembered()) ? remembered() : desk.current);
  return desk;
}

/** Somebody else sits down at the desk: their private line, and their name on what is pressed. */
export function sit(desk, id) {
  desk.current = id;
  sessionStorage.setItem(REMEMBERED, id);
  for (const [other, tab] of desk.tabs) {
    tab.setAttribute("aria-selected", String(other === id));
    tab.tabIndex = other === id ? 0 : -1;
    desk.chats.get(other).root.hidden = other !== id;
  }
  const person = desk.staff.find((one) => one.id === id);
  setText(document.getElementById("desk-who"), `Signed in as ${person.label}`);
  document.getElementById("private-pane").setAttribute("aria-labelledby", desk.tabs.get(id).id);
  desk.channel.part("textarea").placeholder = `Message as ${nameOf(id)}`;
  showTab(desk);
  desk.changed();
}

/** Brings the tab of whoever sits at the desk into view. */
export const showTab = (desk) => desk.tabs.get(desk.current).scrollIntoView({ block: "nearest", inline: "nearest" });

export function showUnread(desk) {
  for (const [id, tab] of desk.tabs) {
    const count = id === desk.current ? 0 : unreadCount(desk.chats.get(id));
    showCount(tab.querySelector(".count"), count);
  }
}

/** A little number on a button, with words for those who cannot see it. */
export function showCount(badge, count) {
  badge.hidden = count === 0;
  setText(badge.querySelector(".digits"), count > 9 ? "9+" : String(count));
  setText(badge.querySelector(".hush"), ` ${count} not read`);
}

export function countBadge() {
  const badge = span("count", "");
  badge.hidden = true;
  badge.append(span("digits", ""), span("hush", ""));
  badge.firstChild.setAttribute("aria-hidden", "true");
  return badge;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export function avatar(id) {
  const element = span(`avatar ${hueOf(id)}`, initials(id));
  element.setAttribute("aria-hidden", "true");
  return element;
}

export function span(className, text) {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

function seat(desk, person, act) {
  const tab = document.createElement("button");
  tab.type = "button";
  tab.id = `tab-${person.id}`;
  tab.title = person.label;
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", "private-pane");
  tab.append(avatar(person.id), span("tab-name", nameOf(person.id)), countBadge());
  tab.addEventListener("click", () => sit(desk, person.id));
  desk.tabs.set(person.id, tab);
  document.getElementById("rail").append(tab);
  const chat = openChat({
    id: person.id, title: person.label, about: "Private line with Doorstep",
    hint: `Only ${nameOf(person.id)} and Doorstep can read this.`,
    label: `${nameOf(person.id)}’s private line`, owners: [person.id], writer: () => person.id, buttons: "all", act,
  });
  chat.root.dataset.chat = person.id;
  desk.chats.set(person.id, chat);
  document.getElementById("private-pane").append(chat.root);
}

function moveByKey(desk, event) {
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const ids = [...desk.tabs.keys()];
  const here = ids.indexOf(desk.current);
  const there = { Home: 0, End: ids.length - 1 }[event.key] ?? here + (steps[event.key] ?? NaN);
  if (Number.isNaN(there)) return;
  event.preventDefault();
  sit(desk, ids.at(there % ids.length));
  desk.tabs.get(desk.current).focus();
}

function remembered() {
  return sessionStorage.getItem(REMEMBERED);
}
