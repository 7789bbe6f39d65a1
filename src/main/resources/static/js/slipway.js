// Small comforts on pages that work without them.
(function () {
  // htmx sends the token that the page carries.
  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('meta[name="csrf-token"]');
    const header = document.querySelector('meta[name="csrf-header"]');
    if (token && header && event.detail.verb !== 'get') {
      event.detail.headers[header.content] = token.content;
    }
  });

  // Typed text is not lost by a stray click: forms marked with data-warn-unsaved ask before the page is left.
  const changed = new Set();
  document.addEventListener('input', (event) => {
    const form = event.target.form;
    if (form && 'warnUnsaved' in form.dataset) {
      changed.add(form);
    }
  });
  document.addEventListener('submit', (event) => changed.delete(event.target));
  window.addEventListener('beforeunload', (event) => {
    if (changed.size > 0) {
      event.preventDefault();
    }
  });

  // One press is one decision: a form that is on its way is not sent twice.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent === 'true') {
      event.preventDefault();
      return;
    }
    if (form.method === 'post') {
      form.dataset.sent = 'true';
    }
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  });

  // A password that is typed blindly is shown at a press, until the next press or the form is sent.
  document.querySelectorAll('[data-shows]').forEach((button) => {
    const field = button.form.elements[button.dataset.shows];
    const show = (shown) => {
      field.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', shown);
    };
    button.hidden = false;
    button.addEventListener('click', () => show(field.type === 'password'));
    button.form.addEventListener('submit', () => show(false));
  });

  // On a narrow screen the menu and the tabs scroll sideways: where one is, is brought into sight.
  // All is measured before anything is moved, so that the page is laid out once.
  [...document.querySelectorAll('.tabs [aria-current], .menu [aria-current]')]
    .map((current) => ({ current, strip: current.closest('.tabs, nav') }))
    .filter(({ strip }) => strip.scrollWidth > strip.clientWidth)
    .map(({ current, strip }) => {
      const place = current.getBoundingClientRect();
      const frame = strip.getBoundingClientRect();
      return { strip, by: place.left + place.width / 2 - frame.left - frame.width / 2 };
    })
    .forEach(({ strip, by }) => {
      strip.scrollLeft += by;
    });

  // Whose browser is where the clocks show something else than the page does is asked which of the two to show.
  const ask = document.querySelector('[data-zone]');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const clock = (zone, at) => at.toLocaleString('en', { timeZone: zone });
  if (ask && here && here !== ask.dataset.zoneKept) {
    const half = new Date(Date.now() + 182 * 86400000);
    if ([new Date(), half].some((at) => clock(here, at) !== clock(ask.dataset.zone, at))) {
      ask.querySelector('[name="zone"]').value = here;
      ask.querySelector('[data-zone-here]').textContent = here;
      ask.hidden = false;
    }
  }

  // Whoever begins a comment, or to pick somebody, gets the help that lists people; nobody else loads it.
  document.addEventListener('focusin', (event) => {
    const text = event.target.closest('[data-script]');
    if (text) {
      const script = document.createElement('script');
      script.src = text.dataset.script;
      text.removeAttribute('data-script');
      document.head.append(script);
    }
  });

  // The summary of mistakes takes the focus, so that it is read first; an open menu closes with Escape.
  const summary = document.querySelector('[data-focus]');
  if (summary) {
    summary.focus();
  }
  document.addEventListener('keydown', (event) => {
    const menu = document.querySelector('details.person[open], details.views-saved[open]');
    if (event.key === 'Escape' && menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
})();
