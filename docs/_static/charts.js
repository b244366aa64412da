// Draws the lessons' charts with the shipped plotly.js. Each <figure class="course-chart"> carries a still picture, which stays
// where scripts do not run, and its data as JSON. plotly.js is fetched once, and only on pages that have a chart.
(function () {
  "use strict";
  const here = document.currentScript.src;
  const plotly = new URL("plotly.min.js", here).href;

  function isDark() {
    const theme = document.body.dataset.theme;
    return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  function themed(layout) {
    const ink = isDark() ? "#d8dee4" : "#24292f";
    const grid = isDark() ? "#3a424c" : "#d8dee4";
    const result = Object.assign({}, layout, { paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", autosize: true });
    result.font = Object.assign({}, layout.font, { color: ink });
    delete result.width;
    for (const key of Object.keys(layout)) {
      if (/^[xy]axis\d*$/.test(key)) {
        result[key] = Object.assign({}, layout[key], { gridcolor: grid, zerolinecolor: grid, linecolor: grid });
      }
    }
    return result;
  }

  function load() {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = plotly;
      script.onload = resolve;
      script.onerror = function () { reject(new Error("plotly.min.js is missing beside this page")); };
      document.head.appendChild(script);
    });
  }

  async function draw(figure) {
    const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const target = document.createElement("div");
    target.className = "chart-target";
    const still = figure.querySelector(".still");
    target.style.height = (data.layout.height || 450) + "px";
    figure.appendChild(target);
    await Plotly.newPlot(target, data.data, themed(data.layout), { responsive: true, displaylogo: false });
    if (data.frames && data.frames.length) { await Plotly.addFrames(target, data.frames); }
    still.hidden = true;
    // What scrolls must be reached by the keyboard.
    if (figure.scrollWidth > figure.clientWidth) { figure.tabIndex = 0; }
    figure.dataset.drawn = "true";
    new MutationObserver(function () { Plotly.relayout(target, themed(data.layout)); })
      .observe(document.body, { attributes: true, attributeFilter: ["data-theme"] });
  }

  const figures = Array.from(document.querySelectorAll("figure.course-chart"));
  if (figures.length === 0) { return; }
  load().then(function () {
    const seen = new IntersectionObserver(function (entries) {
      for (const entry of entries) {
        if (entry.isIntersecting) { seen.unobserve(entry.target); draw(entry.target); }
      }
    }, { rootMargin: "400px" });
    figures.forEach(function (figure) { seen.observe(figure); });
    // Paper keeps the still pictures, which fit the page; the drawn charts come back afterwards.
    window.addEventListener("beforeprint", function () { document.body.classList.add("printing"); });
    window.addEventListener("afterprint", function () { document.body.classList.remove("printing"); });
  });
})();
