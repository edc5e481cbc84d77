/* On what is projected, the arrows of the keyboard or of a remote follow the links that are on screen. */

const KEYS = { ArrowLeft: "ArrowLeft", PageUp: "ArrowLeft", ArrowRight: "ArrowRight", PageDown: "ArrowRight" };

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !KEYS[event.key]) return;
  const link = document.querySelector(`[data-key="${KEYS[event.key]}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
