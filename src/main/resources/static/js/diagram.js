// Zoom and pan for diagrams: buttons, plus, minus and 0, Ctrl and wheel, dragging. All of it can be read without.
(function () {
  const step = 1.25;
  const least = 0.2;
  const most = 4;
  // By diagram, so that what a poll brings anew is shown as it was.
  const kept = new Map();

  const parts = (figure) => ({
    view: figure.querySelector('.diagram-view'),
    sheet: figure.querySelector('.diagram-sheet'),
    drawing: figure.querySelector('.diagram-sheet > .dg'),
  });

  function show(figure, zoom) {
    const { sheet, drawing } = parts(figure);
    const scaled = zoom !== null;
    sheet.toggleAttribute('data-zoomed', scaled);
    sheet.style.width = scaled ? `${drawing.viewBox.baseVal.width * zoom}px` : '';
  }

  // What lies under a point stays there.
  function zoomTo(figure, wanted, x, y) {
    const { view, drawing } = parts(figure);
    const before = drawing.getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    const zoom = wanted === null ? null : Math.min(most, Math.max(least, wanted));
    const px = (x ?? frame.left + frame.width / 2);
    const py = (y ?? frame.top + frame.height / 2);
    const shareX = (px - before.left) / before.width;
    const shareY = (py - before.top) / before.height;
    show(figure, zoom);
    const after = drawing.getBoundingClientRect();
    view.scrollLeft += after.left + shareX * after.width - px;
    view.scrollTop += after.top + shareY * after.height - py;
    remember(figure, zoom);
  }

  function scale(figure) {
    const { drawing } = parts(figure);
    const shown = drawing.getBoundingClientRect();
    const box = drawing.viewBox.baseVal;
    return Math.min(shown.width / box.width, shown.height / box.height);
  }

  // All of it, however small; twice gives the size that can be read.
  function fit(figure) {
    const state = kept.get(figure.dataset.diagram);
    zoomTo(figure, state && state.zoom !== null ? null : 1);
  }

  function remember(figure, zoom) {
    const { view } = parts(figure);
    kept.set(figure.dataset.diagram, { zoom, left: view.scrollLeft, top: view.scrollTop });
  }

  function begin(root) {
    root.querySelectorAll('figure.diagram').forEach((figure) => {
      const { view } = parts(figure);
      if (!view || figure.dataset.ready) {
        return;
      }
      figure.dataset.ready = 'true';
      figure.querySelector('.diagram-tools').hidden = false;
      const before = kept.get(figure.dataset.diagram);
      if (before) {
        show(figure, before.zoom);
        view.scrollLeft = before.left;
        view.scrollTop = before.top;
      } else {
        const first = (selector) => figure.querySelector(`.dg-node${selector}`);
        center(view, first('[aria-current]') || first('.dg-failing') || first('.dg-here'));
      }
      view.addEventListener('scroll', () => {
        const state = kept.get(figure.dataset.diagram);
        remember(figure, state ? state.zoom : null);
      }, { passive: true });
      view.addEventListener('wheel', (event) => {
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          zoomTo(figure, scale(figure) * (event.deltaY < 0 ? step : 1 / step), event.clientX, event.clientY);
        }
      }, { passive: false });
      pan(view);
    });
  }

  // A diagram that is wider than its place opens where something is going on.
  function center(view, node) {
    if (node && view.scrollWidth > view.clientWidth) {
      const box = node.getBoundingClientRect();
      const frame = view.getBoundingClientRect();
      view.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
    }
  }

  function pan(view) {
    let start = null;
    let moved = false;
    view.addEventListener('pointerdown', (event) => {
      if (event.button === 0 && event.pointerType === 'mouse') {
        start = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
        moved = false;
      }
    });
    view.addEventListener('pointermove', (event) => {
      if (!start || !(event.buttons & 1)) {
        start = null;
        return;
      }
      moved = moved || Math.abs(event.clientX - start.x) + Math.abs(event.clientY - start.y) > 4;
      if (moved) {
        view.dataset.panning = 'true';
        view.scrollLeft = start.left - event.clientX + start.x;
        view.scrollTop = start.top - event.clientY + start.y;
      }
    });
    const end = () => {
      start = null;
      delete view.dataset.panning;
    };
    view.addEventListener('pointerup', end);
    view.addEventListener('pointerleave', end);
    view.addEventListener('dragstart', (event) => event.preventDefault());
    // Who dragged did not mean to follow the link under the pointer.
    view.addEventListener('click', (event) => {
      if (moved) {
        event.preventDefault();
        moved = false;
      }
    }, true);
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-zoom]');
    const figure = button && button.closest('figure.diagram');
    if (!figure) {
      return;
    }
    if (button.dataset.zoom === 'fit') {
      fit(figure);
    } else {
      zoomTo(figure, scale(figure) * (button.dataset.zoom === 'in' ? step : 1 / step));
    }
  });

  document.addEventListener('keydown', (event) => {
    const view = event.target.closest && event.target.closest('.diagram-view');
    if (!view || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const figure = view.closest('figure.diagram');
    if (event.key === '+' || event.key === '=') {
      zoomTo(figure, scale(figure) * step);
    } else if (event.key === '-') {
      zoomTo(figure, scale(figure) / step);
    } else if (event.key === '0') {
      fit(figure);
    } else {
      return;
    }
    event.preventDefault();
  });

  document.addEventListener('htmx:afterSwap', () => begin(document));
  begin(document);
})();
