// Before anything is painted: the reader's choice of light or dark, or the system's. Debian's build of the theme's style sheet has
// no rules for "auto", so it is resolved here, and again whenever the theme's switch or the system changes it.
(function () {
  "use strict";
  const system = matchMedia("(prefers-color-scheme: dark)");
  function resolve() {
    const chosen = localStorage.getItem("theme") || "auto";
    const wanted = chosen === "auto" ? (system.matches ? "dark" : "light") : chosen;
    if (document.body.dataset.theme !== wanted) { document.body.dataset.theme = wanted; }
  }
  resolve();
  system.addEventListener("change", resolve);
  new MutationObserver(resolve).observe(document.body, { attributes: true, attributeFilter: ["data-theme"] });
})();
