// Times, names and initials as people read them. The clock of the playground is always UK time.

const zone = { timeZone: "Europe/London" };
const hours = new Intl.DateTimeFormat("en-GB", { ...zone, hour: "2-digit", minute: "2-digit" });
const spoken = new Intl.DateTimeFormat("en-GB", { ...zone, hour: "numeric", minute: "2-digit", hour12: true });
const date = new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "long", day: "numeric", month: "long", year: "numeric" });
const day = new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "long", day: "numeric", month: "long" });
const stamp = new Intl.DateTimeFormat("en-GB", { ...zone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

export const hourWords = (at) => hours.format(new Date(at));
export const spokenHour = (at) => spoken.format(new Date(at));
export const dateWords = (at) => date.format(new Date(at)).replace(",", "");
export const dayWords = (at) => day.format(new Date(at)).replace(",", "");
export const stampWords = (at) => stamp.format(new Date(at)).replace(",", "");

/** `amira` -> `Amira`. */
export function nameOf(id) {
  if (id === "bot") return "Doorstep";
  return id.charAt(0).toUpperCase() + id.slice(1);
}

export const initials = (id) => id.slice(0, 2).toUpperCase();

/** One of eight colours, always the same for one person. */
export function hueOf(id) {
  const sum = Array.from(id).reduce((total, letter) => (total * 89 + letter.codePointAt(0)) % 9973, 25);
  return `hue-${sum % 8}`;
}

/** Writes only what changed, so that screen readers are not told the same thing twice. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export const fromTemplate = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
