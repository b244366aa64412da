// Before anything is painted: the reader's choice of light or dark, or the system's.
document.body.dataset.theme = localStorage.getItem("theme") || "auto";
