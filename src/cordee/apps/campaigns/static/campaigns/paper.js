/* What scripts add to a paper being typed: a right sign leads to the next question, arrows move, a wrong one is not taken. */

const SIGNS = /^[0-4ns]$/;

const form = document.querySelector("[data-paper]");
const fields = [...form.querySelectorAll(".paper-sign")];

function goTo(position) {
  const field = fields[position];
  if (!field) return form.querySelector("button[type=submit]").focus();
  field.focus();
  field.select();
}

form.addEventListener("input", (event) => {
  const position = fields.indexOf(event.target);
  if (position < 0) return;
  const sign = event.target.value.toLowerCase();
  event.target.value = SIGNS.test(sign) ? sign : "";
  if (event.target.value) goTo(position + 1);
});

form.addEventListener("keydown", (event) => {
  const position = fields.indexOf(event.target);
  if (position < 0) return;
  const steps = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };
  if (!(event.key in steps) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  goTo(Math.max(0, position + steps[event.key]));
});

form.addEventListener("focusin", (event) => { if (fields.includes(event.target)) event.target.select(); });
