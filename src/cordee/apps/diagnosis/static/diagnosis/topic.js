/* What scripts add to a topic: once its three facets are answered by pointer, go on after a pause that can be refused. */

const PAUSE = 2200;
const FACETS = ["vision", "action", "means"];

const form = document.querySelector("[data-topic]");
const moving = form.querySelector("[data-moving]");
const said = form.querySelector("[data-moving-said]");
const stay = form.querySelector("[data-stay]");

let byPointer = false;
let stayed = form.dataset.movesOn !== "yes";
let timer = null;

const isComplete = () => FACETS.every((facet) => form.querySelector(`input[name="${facet}"]:checked`));
const hasOpenDetails = () => form.querySelector("details[open]") !== null;

function forget() {
  clearTimeout(timer);
  timer = null;
  stay.hidden = true;
  moving.classList.remove("is-moving");
}

function goOn() {
  if (timer === null || hasOpenDetails()) return forget();
  forget();
  form.requestSubmit(form.querySelector("button[name=go][value=next]"));
}

function prepareToGo() {
  said.textContent = form.dataset.last === "yes" ? said.dataset.result : said.dataset.next;
  stay.hidden = false;
  moving.classList.add("is-moving");
  timer = setTimeout(goOn, PAUSE);
}

/* The last gesture tells a pointer from the keyboard: arrow keys change radios too, and must never leave the page. */
addEventListener("pointerdown", () => { byPointer = true; }, true);
addEventListener("keydown", () => { byPointer = false; if (timer !== null) remain(); }, true);

function remain() {
  forget();
  said.textContent = said.dataset.stays;
}

/* A word that was typed here, even to be taken back, is no longer one that another device may have written. */
form.addEventListener("input", (event) => {
  const touched = form.elements[event.target.name.replace(/_evidence$/, "_touched")];
  if (event.target.tagName === "TEXTAREA") touched.value = "yes";
});

form.addEventListener("change", (event) => {
  if (event.target.type === "radio") forget();
});

/* Only an answer that was saved may lead on: what the server did not take is still on the screen. */
form.addEventListener("htmx:afterRequest", (event) => {
  const isRadio = event.detail.requestConfig.triggeringEvent?.target?.type === "radio";
  const saved = event.detail.successful && !document.querySelector("#saved .not-saved");
  if (isRadio && saved && byPointer && !stayed && isComplete() && !hasOpenDetails() && timer === null) prepareToGo();
});

form.addEventListener("toggle", (event) => { if (event.target.open && timer !== null) remain(); }, true);
stay.addEventListener("click", () => { stayed = true; remain(); });
form.addEventListener("submit", () => clearTimeout(timer));

/* A page brought back by the browser's « back » finds its buttons as they were before it moved on. */
addEventListener("pageshow", () => { forget(); said.textContent = ""; });
