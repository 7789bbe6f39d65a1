// Saves a task's form to the server a few seconds after typing, so that a closed browser costs nobody their words.
(function () {
  const form = document.querySelector('form[data-draft]');
  const state = document.getElementById('draft-state');
  const token = document.querySelector('meta[name="csrf-token"]');
  const header = document.querySelector('meta[name="csrf-header"]');
  if (!form || !state || !token || !header) {
    return;
  }
  const pause = 3000;
  let timer = null;
  let saving = null;
  let left = false;

  const send = (what) => fetch(form.dataset.draft + '?' + what, {
    method: 'POST',
    headers: { [header.content]: token.content, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(new FormData(form)),
    signal: saving.signal,
    redirect: 'manual',
  });

  // A long form tells while it is filled in what decides it.
  async function tell(facts) {
    const answer = await send('facts');
    const html = answer.ok ? await answer.text() : '';
    if (html && html !== facts.dataset.told && !facts.contains(document.activeElement)) {
      facts.dataset.told = html;
      facts.innerHTML = html;
    }
  }

  async function save() {
    timer = null;
    if (left) {
      return;
    }
    saving = new AbortController();
    try {
      const answer = await send('auto');
      if (answer.ok || answer.status === 409) {
        const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
        state.textContent = html.body.textContent.trim();
        state.classList.toggle('overdue', answer.status === 409);
        if (answer.ok && form.dataset.facts) {
          await tell(document.getElementById(form.dataset.facts));
        }
      } else {
        state.textContent = form.dataset.unsaved;
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        state.textContent = form.dataset.unsaved;
      }
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  });

  // Once the form is on its way, a late draft must not bring back what was just decided.
  form.addEventListener('submit', () => {
    left = true;
    clearTimeout(timer);
    if (saving) {
      saving.abort();
    }
  });
  window.addEventListener('pageshow', () => { left = false; });
})();
