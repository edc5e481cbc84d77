/* The card of a word, opened on the spot: without this script, or when it cannot be fetched, the link leads to its page. */

const card = document.getElementById("term-card");
const body = card?.querySelector(".term-card-body");
const EDGE = 16;
const GAP = 6;
let opener = null;

function place(link) {
  const around = (link.getClientRects()[0] ?? link.getBoundingClientRect());
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = around.bottom + GAP;
  const fitsBelow = below + height + EDGE <= window.innerHeight;
  const top = fitsBelow ? below : Math.max(EDGE, around.top - GAP - height);
  const left = Math.max(EDGE, Math.min(around.left, window.innerWidth - width - EDGE));
  card.style.setProperty("top", `${top}px`);
  card.style.setProperty("left", `${left}px`);
}

async function show(link) {
  const answer = await fetch(link.dataset.card, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  body.innerHTML = await answer.text();
  opener = link;
  card.showPopover();
  place(link);
  body.querySelector("[tabindex]")?.focus({ preventScroll: true });
}

function isPlain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

function announce(root) {
  for (const link of root.querySelectorAll("a.term[data-card]")) link.setAttribute("aria-haspopup", "dialog");
}

if (card?.showPopover) {
  announce(document);
  document.addEventListener("htmx:load", (event) => announce(event.target));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.term[data-card]");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    show(link).catch(() => window.location.assign(link.href));
  });
  card.addEventListener("toggle", (event) => {
    // The browser gives the focus back to what had it before, unless it has already moved elsewhere.
    if (event.newState === "closed" && (document.activeElement === document.body || card.contains(document.activeElement))) {
      opener?.focus({ preventScroll: true });
    }
  });
}
