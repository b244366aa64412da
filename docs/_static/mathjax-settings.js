// Read by MathJax when it loads. Formulas stand in elements of class "math"; everything else is left alone.
window.MathJax = {
  tex2jax: {
    inlineMath: [["$", "$"], ["\\(", "\\)"]],
    processEscapes: true,
    ignoreClass: "tex2jax_ignore|mathjax_ignore|document",
    processClass: "tex2jax_process|mathjax_process|math|output_area",
  },
  SVG: { font: "TeX", linebreaks: { automatic: false } },
  TeX: { extensions: ["AMSmath.js", "AMSsymbols.js", "noErrors.js", "noUndefined.js"] },
  messageStyle: "none",
  showMathMenu: false,
};
