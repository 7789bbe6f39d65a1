// In a text that may address people: @ and some letters list them, and a choice puts the user name there.
(function () {
  const address = /(?:^|[\s(\[,;:])@([A-Za-z0-9.-]*)$/;
  document.querySelectorAll('textarea[data-mentions]').forEach((text) => {
    const list = document.createElement('div');
    list.id = text.id + '-people';
    list.className = 'pick-list';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', text.dataset.people);
    text.after(list);
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-controls', list.id);
    let timer = null;
    let asked = 0;

    const options = () => [...list.querySelectorAll('[role=option][data-value]')];
    const typed = () => address.exec(text.value.slice(0, text.selectionStart));
    const close = () => {
      clearTimeout(timer);
      asked++;
      list.hidden = true;
      text.removeAttribute('aria-activedescendant');
    };
    const mark = (option) => {
      options().forEach((one) => one.setAttribute('aria-selected', one === option));
      text.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    };
    const load = async (start) => {
      const mine = ++asked;
      const answer = await fetch(text.dataset.mentions + '?' + new URLSearchParams({ q: start }), { headers: { Accept: 'text/html' } });
      const html = answer.ok ? await answer.text() : '';
      if (mine !== asked || document.activeElement !== text) {
        return;
      }
      list.innerHTML = html;
      options().forEach((one, place) => { one.id = list.id + '-' + place; });
      list.hidden = options().length === 0;
      if (!list.hidden) {
        mark(options()[0]);
      }
    };
    const pick = (option) => {
      const start = text.selectionStart - typed()[1].length;
      text.setRangeText(option.dataset.value + ' ', start, text.selectionStart, 'end');
      close();
    };

    text.addEventListener('input', () => {
      const found = typed();
      close();
      if (found) {
        timer = setTimeout(() => load(found[1]), 150);
      }
    });
    text.addEventListener('keydown', (event) => {
      if (list.hidden || event.isComposing) {
        return;
      }
      const all = options();
      const now = all.findIndex((one) => one.getAttribute('aria-selected') === 'true');
      if (event.key === 'ArrowDown') {
        mark(all[(now + 1) % all.length]);
      } else if (event.key === 'ArrowUp') {
        mark(all[(now < 1 ? all.length : now) - 1]);
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        pick(all[now]);
      } else if (event.key === 'Escape') {
        close();
      } else {
        return;
      }
      event.preventDefault();
    });
    text.addEventListener('blur', close);
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target.closest('[data-value]');
      if (option) {
        pick(option);
      }
    });
  });
})();
