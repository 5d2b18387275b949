// The audit drawer: every act on record, newest first, with the clause it rests on.

import { auditAfter } from "./api.js";
import { stampWords } from "./words.js";

const drawer = () => document.getElementById("audit");

export function openAudit() {
  const audit = { last: 0, busy: false };
  const toggle = document.getElementById("audit-toggle");
  const show = (open) => {
    drawer().hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    if (open) refreshAudit(audit).catch(() => {});
    (open ? document.getElementById("audit-close") : toggle).focus();
  };
  toggle.addEventListener("click", () => show(drawer().hidden));
  document.getElementById("audit-close").addEventListener("click", () => show(false));
  drawer().addEventListener("keydown", ({ key }) => key === "Escape" && show(false));
  return audit;
}

/** Fetches what is new, if anyone is looking. */
export async function refreshAudit(audit) {
  if (drawer().hidden || audit.busy) return;
  audit.busy = true;
  try {
    const rows = (await auditAfter(audit.last)).filter(({ n }) => n > audit.last);
    for (const row of rows) addRow(audit, row);
    document.getElementById("audit-empty").hidden = audit.last > 0;
  } finally {
    audit.busy = false;
  }
}

function addRow(audit, row) {
  audit.last = Math.max(audit.last, row.n);
  const line = document.createElement("tr");
  const act = cell(row.act);
  const object = document.createElement("small");
  object.textContent = shortened(row.object ?? "");
  act.append(object);
  line.append(cell(stampWords(row.at)), cell(shortened(row.actor)), act, cell(row.clause), cell(inWords(row.outcome)));
  line.classList.toggle("refused", /refus|fail|void|frozen|denied/i.test(row.outcome ?? ""));
  document.getElementById("audit-rows").prepend(line);
}

const UUID = /([0-9a-f]{8})-[0-9a-f-]{27}/g;
const shortened = (id) => id.replace(UUID, "$1");

/** `refused:refused_known_or_not` -> `refused: known or not`. */
const inWords = (outcome) => (outcome ?? "").replace(/^(\w+):(?:refused_)?/, "$1: ").replaceAll("_", " ");

function cell(text) {
  const element = document.createElement("td");
  element.textContent = text ?? "";
  return element;
}
