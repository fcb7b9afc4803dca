// Sends the files of a submission piece by piece, with progress; what has come stays, and the next try goes on from there.
// Without this script the same forms send everything at once.
"use strict";

(() => {
  const PIECE = 4 * 1024 * 1024;

  const hexadecimal = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

  for (const form of document.querySelectorAll("form.upload")) {
    const box = form.querySelector(".upload-progress");
    const line = box.querySelector(".upload-text");
    const bar = box.querySelector("progress");
    const token = form.elements._csrf.value;

    const say = (text, share) => {
      box.hidden = false;
      line.textContent = text;
      if (share === undefined) bar.removeAttribute("value");
      else bar.value = share;
    };

    const answered = async (response) => {
      const body = await response.json();
      if (response.ok) return body;
      const faults = (body.faults || []).map((fault) => (fault.path || "") + ": " + fault.message);
      throw new Error([body.title, body.detail, ...faults].filter(Boolean).join(" "));
    };

    // Length and checksum of the files chosen, where whoever sends them asks for it.
    const measured = async (text, files) => {
      say(form.dataset.measuring);
      const manifest = JSON.parse(text);
      for (const entry of manifest.files || []) {
        const file = files.find((one) => one.name === entry.name);
        if (!file) continue;
        entry.bytes = file.size;
        entry.sha256 = hexadecimal(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      }
      return JSON.stringify(manifest);
    };

    const begin = async (files) => {
      if (form.dataset.submission) {
        return answered(await fetch(form.dataset.base + "/" + encodeURIComponent(form.dataset.submission), { headers: { Accept: "application/json" } }));
      }
      say(form.dataset.reading);
      let text = await form.elements.manifest.files[0].text();
      if (form.elements.measure.checked) text = await measured(text, files);
      const data = new FormData();
      data.append("_csrf", token);
      data.append("manifest", new Blob([text], { type: "application/json" }), "manifest.json");
      const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (response.status === 422) {
        // The page that says line by line what is wrong with a manifest, and lets one mend it there, is the server's.
        form.elements.files.value = "";
        form.submit();
        return undefined;
      }
      return answered(response);
    };

    const send = async (id, files, known) => {
      const chosen = known.filter((entry) => files.some((file) => file.name === entry.name));
      const total = chosen.reduce((sum, entry) => sum + entry.bytes, 0) || 1;
      let sent = 0;
      for (const entry of chosen) {
        const file = files.find((one) => one.name === entry.name);
        let offset = entry.offset;
        sent += offset;
        while (offset < file.size) {
          say(form.dataset.sending + " " + file.name + ", " + Math.floor((sent * 100) / total) + " %", (sent * 100) / total);
          const piece = file.slice(offset, Math.min(file.size, offset + PIECE));
          const response = await fetch(form.dataset.base + "/" + encodeURIComponent(id) + "/files/" + encodeURIComponent(file.name), {
            method: "PATCH",
            body: piece,
            headers: {
              "Content-Type": "application/partial-upload", "Upload-Offset": String(offset), "Samsyn-Form": token, Accept: "application/json",
            },
          });
          if (!response.ok) await answered(response);
          offset += piece.size;
          sent += piece.size;
        }
      }
    };

    form.addEventListener("submit", async (event) => {
      if (!form.reportValidity()) return;
      event.preventDefault();
      const button = form.querySelector("button[type=submit]");
      button.disabled = true;
      try {
        const files = Array.from(form.elements.files.files);
        const page = await begin(files);
        if (!page) return;
        const id = page.submission.submission;
        if (page.submission.state === "uploading") {
          await send(id, files, page.upload || []);
          say(form.dataset.checking);
          const now = await answered(await fetch(form.dataset.base + "/" + encodeURIComponent(id), { headers: { Accept: "application/json" } }));
          const missing = (now.upload || []).filter((entry) => !entry.whole);
          if (missing.length === 0) {
            const body = new URLSearchParams({ _csrf: token });
            await answered(await fetch(form.dataset.base + "/" + encodeURIComponent(id) + "/completion", { method: "POST", body, headers: { Accept: "application/json" } }));
          }
        }
        location.assign(form.dataset.base + "/" + encodeURIComponent(id));
      } catch (error) {
        say(error instanceof TypeError ? form.dataset.broken : error.message, 0);
        button.disabled = false;
      }
    });
  }
})();
