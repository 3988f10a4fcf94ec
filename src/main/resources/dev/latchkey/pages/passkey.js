// The only script of these pages: it asks the browser for a passkey, and sends what it gives with the form.
(() => {
  "use strict";
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const ids = (list) => list.map((id) => ({ type: "public-key", id: bytes(id) }));

  const create = (asked) =>
    navigator.credentials.create({
      publicKey: {
        rp: asked.rp,
        user: { ...asked.user, id: bytes(asked.user.id) },
        challenge: bytes(asked.challenge),
        pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: {
          residentKey: "required",
          requireResidentKey: true,
          userVerification: "required",
        },
        excludeCredentials: ids(asked.credentials),
        attestation: "none",
      },
    });

  const get = (asked) =>
    navigator.credentials.get({
      publicKey: {
        rpId: asked.rp.id,
        challenge: bytes(asked.challenge),
        userVerification: asked.verification,
        allowCredentials: ids(asked.credentials),
      },
    });

  // RegistrationResponseJSON and AuthenticationResponseJSON, also in browsers that have no toJSON() yet.
  const answer = (credential) => {
    const given = credential.response;
    const response = { clientDataJSON: text(given.clientDataJSON) };
    if (given.attestationObject) {
      response.attestationObject = text(given.attestationObject);
      response.transports = given.getTransports ? given.getTransports() : [];
    } else {
      response.authenticatorData = text(given.authenticatorData);
      response.signature = text(given.signature);
      if (given.userHandle) response.userHandle = text(given.userHandle);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
      clientExtensionResults: {},
      response,
    });
  };

  const form = document.querySelector("form[data-passkey]");
  const trouble = document.querySelector("[data-trouble]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    try {
      const asked = JSON.parse(form.dataset.passkey);
      const credential = await (asked.user ? create(asked) : get(asked));
      form.elements.response.value = answer(credential);
      form.submit();
    } catch {
      trouble.hidden = false;
    }
  });
})();
