/* Passkeys: carries what the site asks to the device, and its answer back in the form. No other part of the door needs scripts. */

const known = window.PublicKeyCredential !== undefined && !/^[\d.]+$|:/.test(location.hostname);

function bytesOf(text) {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
}

function textOf(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const described = (list = []) => list.map((one) => ({ ...one, id: bytesOf(one.id) }));

function create({ publicKey }) {
  const user = { ...publicKey.user, id: bytesOf(publicKey.user.id) };
  const challenge = bytesOf(publicKey.challenge);
  const excludeCredentials = described(publicKey.excludeCredentials);
  return navigator.credentials.create({ publicKey: { ...publicKey, user, challenge, excludeCredentials } });
}

function get({ publicKey }) {
  const challenge = bytesOf(publicKey.challenge);
  const allowCredentials = described(publicKey.allowCredentials);
  return navigator.credentials.get({ publicKey: { ...publicKey, challenge, allowCredentials } });
}

async function fetched(form) {
  const response = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return (await response.json()).request_options;
}

function written(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = textOf(credential.response[name]);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function ask(form) {
  const said = form.querySelector("[data-passkey-said]");
  said.textContent = "";
  try {
    const options = form.dataset.options ? JSON.parse(form.dataset.options) : await fetched(form);
    const credential = await (form.dataset.passkey === "create" ? create(options) : get(options));
    form.elements.credential.value = written(credential);
    form.submit();
  } catch (fault) {
    said.textContent = fault.name === "NotAllowedError" ? said.dataset.cancelled : said.dataset.failed;
  }
}

for (const form of known ? document.querySelectorAll("[data-passkey]") : []) {
  const button = form.querySelector("[data-passkey-go]");
  button.hidden = false;
  form.querySelector("[data-passkey-without]").hidden = true;
  button.addEventListener("click", () => ask(form));
  // Return in the field of the name asks for the passkey too, instead of sending an empty answer.
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(form); });
}
