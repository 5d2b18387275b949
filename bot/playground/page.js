// Puts the playground together: keeps asking for news, moves the clock, and shows the right view.

import { Unreachable, messagesAfter, people, post, sentence } from "./api.js";
import { openAudit, refreshAudit } from "./audit.js";
import { applyMessages, goLive, markSeen, unreadCount } from "./chat.js";
import { CHANNEL, avatar, countBadge, icon, openDesk, showCount, showTab, showUnread, span } from "./desk.js";
import { openDialogs } from "./dialogs.js";
import { addOwner, openPhone, setPhoneTime, showPreviews } from "./phones.js";
import { dateWords, nameOf, setText, spokenHour } from "./words.js";

const EVERY_MS = 700;
const AFTER_TROUBLE_MS = 2000;
const PEOPLE_EVERY = 4;
const NAMES = { signal: "Signal", whatsapp: "WhatsApp" };
const NOTE_MS = 6000;
const SEEN = "doorstep-seen";

const byId = (id) => document.getElementById(id);

function startPage() {
  const page = {
    rev: 0, turns: 0, now: null, people: [], phones: new Map(), chats: new Map(), waiting: new Map(),
    desk: null, view: null, fetching: null, seen: JSON.parse(sessionStorage.getItem(SEEN) ?? "{}"),
  };
  page.act = (path, body) => act(page, path, body);
  page.audit = openAudit();
  openDialogs(() => page.people.filter(({ kind }) => kind === "family"), (kind, body) => agreed(page, kind, body));
  for (const button of document.querySelectorAll("[data-clock]")) {
    button.addEventListener("click", () => moveClock(page, button));
  }
  byId("tools-toggle").addEventListener("click", () => showTools(!byId("tools").classList.contains("open")));
  document.addEventListener("visibilitychange", () => document.hidden || refresh(page).catch(() => {}));
  byId("tools").addEventListener("click", () => showTools(false));
  byId("tools").addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    showTools(false);
    byId("tools-toggle").focus();
  });
  keepAsking(page);
}

async function keepAsking(page) {
  let pause = EVERY_MS;
  try {
    if (!document.hidden) await refresh(page);
    setText(byId("link-note"), "");
  } catch (error) {
    pause = AFTER_TROUBLE_MS;
    setText(byId("link-note"), error instanceof Unreachable ? "Reconnecting…" : sentence(error));
  } finally {
    setTimeout(() => keepAsking(page), pause);
  }
}

/** Asks for news once; a call during another waits for it and then asks again. */
async function refresh(page, wholly = false) {
  const before = page.fetching;
  const mine = (async () => {
    await before?.catch(() => {});
    await fetchNews(page, wholly);
  })();
  page.fetching = mine;
  try {
    await mine;
  } finally {
    if (page.fetching === mine) page.fetching = null;
  }
}

async function fetchNews(page, wholly) {
  const first = page.desk === null;
  if (wholly || page.turns % PEOPLE_EVERY === 0) takePeople(page, await people());
  page.turns += 1;
  takeMessages(page, await messagesAfter(page.rev));
  if (first) page.chats.forEach(goLive);
  await refreshAudit(page.audit);
}

async function act(page, path, body) {
  const answer = await post(path, body);
  await refresh(page, path !== "messages").catch(() => {});
  return answer;
}

async function agreed(page, kind, body) {
  if (kind === "reset") return startAgain();
  await refresh(page, true);
  note(page, newsOf(kind, body));
  if (kind === "faults") return;
  const phone = page.phones.get(body.shares_with ?? body.id) ?? page.phones.get(body.id);
  show(page, phone?.id ?? "families");
  phone?.root.scrollIntoView({ block: "nearest", inline: "nearest" });
  phone?.chat.part("textarea").focus();
}

function newsOf(kind, { id, channel, fail, times, shares_with }) {
  if (kind === "faults") return fail ? `${NAMES[channel]} will fail ${times} times.` : `${NAMES[channel]} works again.`;
  return shares_with ? `${nameOf(id)} now writes from ${nameOf(shares_with)}’s phone.` : `${nameOf(id)} has a phone now.`;
}

function startAgain() {
  sessionStorage.clear();
  location.reload();
}

async function moveClock(page, button) {
  if (page.moving) return;
  page.moving = true;
  button.setAttribute("aria-busy", "true");
  const before = page.now;
  const wish = button.dataset.clock;
  try {
    const { now } = await page.act("clock", wish === "next" ? { next: true } : { advance: wish });
    const moved = Math.abs(new Date(now) - new Date(before)) > 5000;
    note(page, moved ? `It is now ${dateWords(now)}, ${spokenHour(now)}.` : "Nothing more is due.");
  } catch (error) {
    note(page, sentence(error), true);
  } finally {
    page.moving = false;
    button.removeAttribute("aria-busy");
  }
}

/** Good news goes away by itself; what went wrong stays until the next note. */
function note(page, words, lasting = false) {
  clearTimeout(page.noteTimer);
  setText(byId("page-note"), words);
  if (!lasting) page.noteTimer = setTimeout(() => setText(byId("page-note"), ""), NOTE_MS);
}

function takePeople(page, { people: all, now }) {
  const wentBack = page.now && new Date(now) < new Date(page.now) - 60_000;
  const lost = page.people.some(({ id }) => !all.some((person) => person.id === id));
  if (wentBack || lost) return startAgain();
  page.people = all;
  page.desk ??= openTheDesk(page, all.filter(({ kind }) => kind === "staff"));
  for (const person of all) if (person.kind === "family" && !page.chats.has(person.id)) addFamily(page, person);
  byId("empty").hidden = page.phones.size > 0;
  byId("phones").hidden = page.phones.size === 0;
  if (page.view === null || page.view === "families") show(page, page.phones.keys().next().value ?? "families");
  return takeTime(page, now);
}

function openTheDesk(page, staff) {
  const desk = openDesk(staff, page.act, () => page.desk && afterLook(page));
  addChat(page, CHANNEL, desk.channel);
  desk.chats.forEach((chat, id) => addChat(page, id, chat));
  return desk;
}

function addFamily(page, person) {
  const holder = page.phones.get(person.shares_with);
  if (holder) {
    addOwner(holder, person);
    return addChat(page, person.id, holder.chat);
  }
  const phone = openPhone(person, page.act);
  page.phones.set(person.id, phone);
  byId("phones").append(phone.root);
  phone.root.classList.toggle("away", page.phones.has(page.view) && page.view !== person.id);
  return addChat(page, person.id, phone.chat);
}

function addChat(page, id, chat) {
  page.chats.set(id, chat);
  chat.seen = Math.max(chat.seen, page.seen[id] ?? 0);
  applyMessages(chat, page.waiting.get(id) ?? []);
  page.waiting.delete(id);
  if (page.turns > 0) goLive(chat);
}

function takeTime(page, now) {
  page.now = now;
  setText(byId("now-time"), spokenHour(now));
  setText(byId("now-date"), dateWords(now));
  byId("now-time").dateTime = now;
  page.phones.forEach((phone) => setPhoneTime(phone, now));
}

function takeMessages(page, changed) {
  const byChat = Map.groupBy(changed, ({ chat }) => chat);
  for (const [id, messages] of byChat) {
    const chat = page.chats.get(id);
    if (chat) applyMessages(chat, messages);
    else page.waiting.set(id, [...(page.waiting.get(id) ?? []), ...messages]);
  }
  page.rev = Math.max(page.rev, ...changed.map(({ rev }) => rev));
  page.phones.forEach(showPreviews);
  afterLook(page);
}

/** After anything on the screen changed: what is on it has been seen, the rest is counted. */
function afterLook(page) {
  for (const [id, chat] of page.chats) if (markSeen(chat)) page.seen[id] = chat.seen;
  sessionStorage.setItem(SEEN, JSON.stringify(page.seen));
  showUnread(page.desk);
  drawSwitcher(page);
}

function show(page, view) {
  page.view = view;
  const isPhone = page.phones.has(view);
  document.body.dataset.view = isPhone ? "families" : view;
  if (page.desk) showTab(page.desk);
  page.phones.forEach((phone, id) => phone.root.classList.toggle("away", isPhone && id !== view));
  drawSwitcher(page);
}

/** The row at the foot of a narrow screen: one button for each phone, one for each staff chat. */
function drawSwitcher(page) {
  const wanted = [...page.phones.keys(), CHANNEL, "private"];
  const row = byId("switcher");
  if (wanted.some((id, at) => row.children[at]?.dataset.view !== id)) {
    row.replaceChildren(...wanted.map((id) => switcherButton(page, id)));
  }
  for (const button of row.children) {
    const { view } = button.dataset;
    button.toggleAttribute("aria-current", view === page.view);
    if (view === page.view) button.setAttribute("aria-current", "true");
    showCount(button.querySelector(".count"), view === page.view ? 0 : unreadIn(page, view));
  }
}

function unreadIn(page, view) {
  if (view !== "private") return unreadCount(page.chats.get(view));
  return [...page.desk.chats.values()].reduce((total, chat) => total + unreadCount(chat), 0);
}

function switcherButton(page, id) {
  const words = { [CHANNEL]: "Channel", private: "Private" }[id] ?? nameOf(id);
  const glyph = { [CHANNEL]: icon("i-channel"), private: icon("i-lock") }[id] ?? avatar(id);
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.view = id;
  button.append(glyph, span("", words), countBadge());
  button.addEventListener("click", () => {
    show(page, id);
    afterLook(page);
  });
  return button;
}

function showTools(open) {
  byId("tools-toggle").setAttribute("aria-expanded", String(open));
  byId("tools").classList.toggle("open", open);
}

startPage();
