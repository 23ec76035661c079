/** The size of the figure: told by its observer, so that nobody has to lay the page out to ask for it. */

/** Tells `zoom` each size of the `svg` element; `onChange(size, before)` is called when it has another one by itself. */
export function createSize(svg, zoom, onChange) {
  let size = { width: 0, height: 0 };

  function take(next) {
    size = next;
    zoom.resize(size);
  }

  const read = () => take({ width: svg.clientWidth, height: svg.clientHeight });

  new ResizeObserver(() => {
    const before = size;
    read();
    onChange(size, before);
  }).observe(svg);

  return {
    width: () => size.width,
    /** Reads the size where the observer has not told it yet: to be called before anything is drawn. */
    measure() {
      if (!size.width) read();
    },
    setHeight(height) {
      svg.style.height = `${height}px`;
      take({ ...size, height });
    },
  };
}
