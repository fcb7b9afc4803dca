// Suggestions while one writes into the search. Without it the search page lists the same choices.
"use strict";

(() => {
  const field = document.querySelector("input[data-suggest]");
  const list = document.getElementById("q-choices");
  if (!field || !list) return;
  let latest = 0;
  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    const text = field.value.trim();
    if (text.length < 2) {
      list.replaceChildren();
      return;
    }
    timer = setTimeout(async () => {
      latest += 1;
      const mine = latest;
      try {
        const answer = await fetch(field.dataset.suggest + "?q=" + encodeURIComponent(text), {
          headers: { Accept: "application/json" }, credentials: "same-origin",
        });
        if (!answer.ok || mine !== latest) return;
        const { suggestions } = await answer.json();
        list.replaceChildren(...suggestions.map((suggestion) => {
          const option = document.createElement("option");
          option.value = suggestion.text;
          option.label = suggestion.title;
          return option;
        }));
      } catch {
        // The field works without suggestions.
      }
    }, 150);
  });
})();
