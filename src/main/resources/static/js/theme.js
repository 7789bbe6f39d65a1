// Runs in the head, before anything is painted: a person who chose neither light nor dark gets what the device prefers.
(function () {
  const root = document.documentElement;
  if (root.dataset.theme !== 'auto') {
    return;
  }
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', apply);
  apply();
})();
