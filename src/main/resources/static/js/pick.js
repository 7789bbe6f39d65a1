// Fields whose values are picked: lists what there is while one types, with the keys of a combobox. Without it what was typed is looked up by the server.
(function () {
  const pause = 150;
  document.querySelectorAll('[data-pick]').forEach((field, at) => {
    // It may be fetched once more, for a field of another part of the page.
    if (field.dataset.ready) {
      return;
    }
    field.dataset.ready = 'true';
    const input = field.querySelector('input[type=text]');
    const many = field.dataset.pick === 'many';
    const list = document.createElement('div');
    const status = document.createElement('p');
    list.id = 'pick-list-' + at;
    list.className = 'pick-list';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', field.querySelector('label').textContent.trim());
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    input.after(list, status);
    input.removeAttribute('list');
    Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })
      .forEach(([name, value]) => input.setAttribute(name, value));
    let timer = null;
    let asked = 0;

    const options = () => [...list.querySelectorAll('[role=option]')];
    const close = () => {
      clearTimeout(timer);
      asked++;
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    const mark = (option) => {
      options().forEach((one) => one.setAttribute('aria-selected', one === option));
      if (option) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    };
    // Of several words between commas it is the last that is being typed.
    const text = () => (many ? input.value.split(',').pop() : input.value).trim();
    const load = async (from) => {
      const mine = ++asked;
      const answer = await fetch(field.dataset.from + '?' + new URLSearchParams({ q: text(), from }), { headers: { Accept: 'text/html' } });
      const html = answer.ok ? await answer.text() : '';
      if (mine !== asked || document.activeElement !== input) {
        return;
      }
      const kept = options().filter((one) => from && one.dataset.value);
      list.innerHTML = html;
      list.prepend(...kept);
      options().forEach((one, place) => { one.id = list.id + '-' + place; });
      const found = options().filter((one) => one.dataset.value).length;
      status.textContent = found ? field.dataset.found.replace('{0}', found) : field.dataset.none;
      list.hidden = found === 0;
      input.setAttribute('aria-expanded', found > 0);
      mark(from ? options()[kept.length] : text() ? options()[0] : null);
    };
    const pick = (option) => {
      if (option.dataset.next) {
        load(option.dataset.next);
        return;
      }
      const value = option.dataset.value;
      if (many) {
        const known = [...field.querySelectorAll('input[type=checkbox]')].find((box) => box.value === value);
        if (known) {
          known.checked = true;
        } else {
          const chip = document.createElement('li');
          const label = document.createElement('label');
          const box = document.createElement('input');
          Object.assign(box, { type: 'checkbox', name: field.dataset.name, value, checked: true, className: 'form-check-input' });
          label.className = 'pick-chip';
          label.append(box, ' ', option.querySelector('b').textContent);
          chip.append(label);
          field.querySelector('.pick-chosen').append(chip);
        }
        input.value = input.value.split(',').slice(0, -1).join(',');
      } else {
        input.value = value;
        field.querySelector('.pick-said').textContent = option.querySelector('b').textContent;
      }
      status.textContent = option.querySelector('b').textContent;
      close();
      input.dispatchEvent(new CustomEvent('input', { bubbles: true, detail: 'picked' }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };

    input.addEventListener('input', (event) => {
      if (event.detail !== 'picked') {
        clearTimeout(timer);
        timer = setTimeout(() => load(''), pause);
      }
    });
    input.addEventListener('keydown', (event) => {
      const all = options();
      const now = all.findIndex((one) => one.getAttribute('aria-selected') === 'true');
      if (event.key === 'ArrowDown' && list.hidden) {
        load('');
      } else if (event.key === 'ArrowDown') {
        mark(all[(now + 1) % all.length]);
      } else if (event.key === 'ArrowUp' && !list.hidden) {
        mark(all[(now < 1 ? all.length : now) - 1]);
      } else if (event.key === 'Enter' && !list.hidden && now >= 0 && !event.isComposing) {
        pick(all[now]);
      } else if (event.key === 'Escape' && !list.hidden) {
        close();
      } else {
        return;
      }
      event.preventDefault();
    });
    input.addEventListener('blur', close);
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) {
        pick(option);
      }
    });
    // Somebody may have begun before the script was there.
    if (document.activeElement === input && input.value !== input.defaultValue) {
      load('');
    }
  });
})();
