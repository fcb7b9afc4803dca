// Suggests codes while somebody writes in a field of the builder. Without this script the same suggestions come with the next page.
"use strict";

(() => {
  const form = document.querySelector("form.cohort");
  if (!form) return;
  const coded = new Set(["diagnosis", "carrier", "phenotype", "phenotype-excluded", "treatment"]);
  let number = 0;

  for (const input of form.querySelectorAll("input[data-subject]")) {
    if (!coded.has(input.dataset.subject)) continue;
    const list = document.createElement("datalist");
    list.id = "codes-" + number++;
    input.after(list);
    input.setAttribute("list", list.id);
    let waiting = 0;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      // What stands after the last comma is being written.
      const parts = input.value.split(",");
      const words = parts[parts.length - 1].trim();
      const before = parts.slice(0, -1).map((part) => part.trim() + ", ").join("");
      if (words.length < 3 || words.includes(":")) return;
      waiting = setTimeout(async () => {
        const query = new URLSearchParams({ field: input.dataset.subject, q: words });
        const response = await fetch(form.dataset.codes + "?" + query, { headers: { Accept: "application/json" } });
        if (!response.ok) return;
        const found = (await response.json()).suggestions;
        list.replaceChildren(...found.map((entry) => {
          const option = document.createElement("option");
          option.value = before + entry.code;
          option.label = entry.name + " (" + entry.code + ")";
          return option;
        }));
      }, 250);
    });
  }
})();
