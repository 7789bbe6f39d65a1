// Keeps a part of the page up to date: asks every few seconds while somebody looks, and changes only what differs, so
// that focus, scroll and zoom stay. Without it the page is as it was when it was opened.
(function () {
  const region = document.querySelector('[data-live]');
  const button = document.querySelector('[data-live-pause]');
  if (!region || !button) {
    return;
  }
  const every = 4000;
  // What scripts and people change on the page; the server knows nothing of it.
  const own = new Set(['style', 'hidden', 'open', 'data-ready', 'data-panning']);
  const part = () => region.querySelector('[data-live-part]');
  const asOf = document.querySelector('[data-live-as-of]');
  const news = document.querySelector('[data-live-news]');
  let paused = false;
  let lost = false;

  function attributes(from, to) {
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !own.has(name)) {
        from.removeAttribute(name);
      }
    }
    for (const { name, value } of [...to.attributes]) {
      if (from.getAttribute(name) !== value && !own.has(name)) {
        from.setAttribute(name, value);
      }
    }
  }

  function become(from, to) {
    if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) {
      from.replaceWith(document.importNode(to, true));
      return;
    }
    if (from.nodeType !== Node.ELEMENT_NODE) {
      if (from.nodeValue !== to.nodeValue) {
        from.nodeValue = to.nodeValue;
      }
      return;
    }
    attributes(from, to);
    const before = [...from.childNodes];
    const after = [...to.childNodes];
    after.forEach((child, i) => {
      if (i < before.length) {
        become(before[i], child);
      } else {
        from.append(document.importNode(child, true));
      }
    });
    before.slice(after.length).forEach((child) => child.remove());
  }

  region.addEventListener('htmx:configRequest', (event) => {
    event.detail.headers['If-None-Match'] = `"${part().dataset.tag}"`;
  });

  region.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr } = event.detail;
    event.detail.shouldSwap = false;
    const time = xhr.getResponseHeader('X-As-Of');
    if (xhr.status === 200) {
      const fresh = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('[data-live-part]');
      if (!fresh) {
        end();
        return;
      }
      become(part(), fresh);
      document.dispatchEvent(new Event('htmx:afterSwap'));
      if (news.textContent !== fresh.dataset.summary) {
        news.textContent = fresh.dataset.summary;
      }
    }
    if (time) {
      asOf.textContent = time;
    }
  });

  // Signed out meanwhile: the answer is another page.
  function end() {
    lost = true;
    button.disabled = true;
    asOf.textContent = button.dataset.lost;
    news.textContent = button.dataset.lost;
  }

  function ask() {
    if (!paused && !lost && document.visibilityState === 'visible') {
      region.dispatchEvent(new Event('live'));
    }
  }

  button.addEventListener('click', () => {
    paused = !paused;
    button.setAttribute('aria-pressed', String(paused));
    button.querySelector('[data-live-word]').textContent = paused ? button.dataset.resume : button.dataset.pause;
    ask();
  });
  document.addEventListener('visibilitychange', ask);
  button.hidden = false;
  setInterval(ask, every);
})();
