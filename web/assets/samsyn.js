// What improves pages that work without it: colours at once, and keys.
"use strict";

(() => {
  const root = document.documentElement;

  // Colours change when they are chosen, and are kept without leaving the page.
  const themes = document.querySelector("form.themes");
  if (themes) {
    const button = themes.querySelector("button");
    button.hidden = true;
    themes.addEventListener("change", () => {
      const theme = themes.elements.theme.value;
      root.dataset.theme = theme;
      fetch(themes.action + "?theme=" + encodeURIComponent(theme), { redirect: "manual", credentials: "same-origin" });
    });
  }

  // g and a letter open a part, / goes to the search field, ? to the help. Never while somebody writes.
  // Whoever speaks to the computer can turn them off on the help page.
  if (root.dataset.keys === "off") return;
  let waits = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    if (target instanceof Element && target.closest("input, select, textarea, [contenteditable]")) {
      if (event.key === "Escape") target.blur();
      return;
    }
    const now = Date.now();
    if (now < waits) {
      waits = 0;
      const link = document.querySelector('.parts a[data-key="' + CSS.escape(event.key) + '"]');
      if (link) {
        event.preventDefault();
        link.click();
      }
      return;
    }
    if (event.key === "g") {
      waits = now + 1500;
    } else if (event.key === "/") {
      const field = document.querySelector('input[type="search"]');
      if (field) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    } else if (event.key === "?") {
      const help = document.querySelector('.parts a[data-key="h"]');
      if (help) help.click();
    }
  });
})();
