/* What scripts add to pages that work without them: copying, focus on errors, word of a lost connection, printing. */

function revealScriptedButtons(root) {
  for (const button of root.querySelectorAll("[data-copy], [data-print]")) button.hidden = false;
}

async function copyField(button) {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    return; // The text is selected: Ctrl-C still works where the clipboard is closed to pages.
  }
  button.closest(".copy-field").querySelector(".copy-status").textContent = button.dataset.copied;
}

function showConnectionNotice(shown) {
  document.querySelector("[data-connection-notice]").hidden = !shown;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) copyField(button);
  else if (button && "print" in button.dataset) window.print();
});

document.addEventListener("htmx:load", (event) => revealScriptedButtons(event.target));
document.addEventListener("htmx:sendError", () => showConnectionNotice(true));
document.addEventListener("htmx:timeout", () => showConnectionNotice(true));
document.addEventListener("htmx:responseError", () => showConnectionNotice(true));
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) showConnectionNotice(false);
});

// htmx notes the address of the page in the browser: a secret link has no business there.
window.sessionStorage?.removeItem("htmx-current-path-for-history");

revealScriptedButtons(document);
document.querySelector("[data-focus]")?.focus();
