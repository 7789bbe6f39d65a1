// Keys: the palette on / and Ctrl-K, the sheet on ?, g and a letter to go to a place, j and k over the rows of a list.
// Those of one letter work outside of fields only, and not for who switched them off.
(function () {
  const palette = document.getElementById('palette');
  const sheet = document.getElementById('keys');
  if (!palette || !window.htmx) {
    return;
  }
  const form = palette.querySelector('form');
  const field = palette.querySelector('input');
  const found = document.getElementById('palette-found');
  const base = form.action.replace(/\/search$/, '');
  const places = { h: '/', t: '/tasks', r: '/releases', c: '/calendar', m: '/monitor' };
  const options = () => [...found.querySelectorAll('[role=option]')];

  // The browser keeps where the focus was, and gives it back when a dialog closes.
  const open = (dialog) => {
    if (!document.querySelector('dialog[open]')) {
      dialog.showModal();
    }
  };
  const openPalette = () => {
    open(palette);
    field.select();
    htmx.trigger(field, 'palette');
  };
  const openSheet = () => {
    htmx.ajax('GET', sheet.dataset.sheet, '#keys-sheet');
    open(sheet);
  };
  [palette, sheet].forEach((dialog) => dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  }));

  const choose = (option) => {
    options().forEach((one) => one.setAttribute('aria-selected', one === option));
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  };
  const chosen = () => options().find((one) => one.getAttribute('aria-selected') === 'true');
  // What is listed is of what was typed before: until the answer comes, Enter searches on the page.
  field.addEventListener('input', () => choose(null));
  found.addEventListener('htmx:afterSwap', () => {
    field.setAttribute('aria-expanded', options().length > 0);
    palette.querySelector('[role=status]').textContent = found.querySelector('[data-says]')?.dataset.says ?? '';
    choose(field.value.trim() ? options()[0] : null);
  });
  field.addEventListener('keydown', (event) => {
    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === 'ArrowDown' && all.length > 0) {
      choose(all[(at + 1) % all.length]);
    } else if (event.key === 'ArrowUp' && all.length > 0) {
      choose(all[(at < 1 ? all.length : at) - 1]);
    } else if (event.key === 'Enter' && at >= 0 && !event.isComposing) {
      all[at].click();
    } else if (event.key === 'Escape') {
      palette.close();
    } else {
      return;
    }
    event.preventDefault();
  });

  const step = (by) => {
    const rows = [...document.querySelectorAll('main .list tbody tr')].filter((row) => row.querySelector('a[href]'));
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.querySelector('a[href]').focus();
  };
  let goes = false;
  const single = (event) => {
    const place = goes ? places[event.key] : undefined;
    goes = event.key === 'g';
    if (place) {
      location.assign(base + place);
    } else if (event.key === '/') {
      openPalette();
    } else if (event.key === '?') {
      openSheet();
    } else if (event.key === 'j' || event.key === 'k') {
      step(event.key === 'j' ? 1 : -1);
    } else {
      return;
    }
    event.preventDefault();
  };
  document.addEventListener('keydown', (event) => {
    const busy = event.defaultPrevented || event.isComposing || event.altKey;
    if (!busy && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
    } else if (!busy && !event.ctrlKey && !event.metaKey && palette.dataset.single === 'true'
        && !event.target.closest('input, textarea, select, [contenteditable], dialog')) {
      single(event);
    }
  });
})();
