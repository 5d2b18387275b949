// The three dialogs: add a phone, make a messenger fail, start again.

import { post, sentence } from "./api.js";
import { nameOf, setText } from "./words.js";

const SUGGESTIONS = ["amira", "bilal", "chloe", "dawid", "ewa", "femi", "grace", "hana"];
const BODIES = { people: personBody, faults: faultBody, reset: () => ({}) };

/**
 * Wires every button that opens a dialog. `families` lists the phones there are;
 * `done(kind, body)` runs when Doorstep has agreed.
 */
export function openDialogs(families, done) {
  for (const button of document.querySelectorAll("[data-open]")) {
    button.addEventListener("click", () => open(document.getElementById(button.dataset.open), families()));
  }
  for (const form of document.querySelectorAll("dialog form")) {
    form.querySelector("[data-cancel]").addEventListener("click", () => form.closest("dialog").close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit(form, done);
    });
  }
}

function open(dialog, families) {
  const form = dialog.querySelector("form");
  setText(form.querySelector(".note"), "");
  if (form.dataset.form === "people") prepare(form, families);
  dialog.showModal();
  if (form.dataset.form === "people") form.elements.id.select();
}

function prepare(form, families) {
  const taken = families.map(({ id }) => id);
  form.elements.id.value = SUGGESTIONS.find((name) => !taken.includes(name)) ?? "";
  const holders = families.filter((person) => !person.shares_with);
  const nobody = form.elements.shares_with.options[0];
  const phones = holders.map(({ id }) => new Option(nameOf(id), id));
  form.elements.shares_with.replaceChildren(nobody, ...phones);
  form.elements.shares_with.value = "";
}

async function submit(form, done) {
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  const kind = form.dataset.form;
  const body = BODIES[kind](form.elements);
  try {
    await post(kind, body);
    form.closest("dialog").close();
    await done(kind, body);
  } catch (error) {
    setText(form.querySelector(".note"), sentence(error));
  } finally {
    delete form.dataset.busy;
  }
}

function personBody({ id, channel, shares_with }) {
  const body = { id: id.value.trim().toLowerCase().replace(/\s+/g, "-"), channel: channel.value };
  return shares_with.value ? { ...body, shares_with: shares_with.value } : body;
}

function faultBody({ channel, fail, times }) {
  return { channel: channel.value, fail: fail.value || null, times: Number(times.value) };
}
