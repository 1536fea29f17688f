// Charts as Teams draws them: its own elements, which Microsoft's renderer for the web does not know. What is not
// registered here falls back to the card's own table.
import { element } from './element.js';

const { CardElement, GlobalRegistry } = window.AdaptiveCards;
const drawing = 'http://www.w3.org/2000/svg';

/** A bar as long as its share of the longest; an SVG, so that high contrast and print keep it. */
function drawBar(share) {
  const svg = document.createElementNS(drawing, 'svg');
  svg.setAttribute('class', 'bar');
  svg.setAttribute('aria-hidden', 'true');
  const bar = document.createElementNS(drawing, 'rect');
  bar.setAttribute('width', '100%');
  bar.setAttribute('height', '100%');
  svg.append(bar);
  svg.style.flexGrow = String(share);
  return svg;
}

/** What the bar leaves of the line. */
function drawRest(share) {
  const rest = element('span', { ariaHidden: 'true' });
  rest.style.flexGrow = String(share);
  return rest;
}

/** Its label above it, its number behind it: as Teams draws it without an axis. The title is heard, not seen. */
class HorizontalBar extends CardElement {
  getJsonTypeName() {
    return 'Chart.HorizontalBar';
  }
  internalParse(source, context) {
    super.internalParse(source, context);
    this.title = source.title ?? '';
    this.bars = Array.isArray(source.data) ? source.data : [];
  }
  internalRender() {
    const most = Math.max(...this.bars.map(({ y }) => y), 1);
    const rows = this.bars.map(({ x, y }) =>
      element(
        'li',
        {},
        element('span', { className: 'of', textContent: x }),
        element(
          'span',
          { className: 'line' },
          drawBar(y / most),
          element('span', { className: 'many', textContent: y.toLocaleString('en-GB') }),
          drawRest(1 - y / most),
        ),
      ),
    );
    return element(
      'figure',
      { className: 'chart' },
      element('figcaption', { className: 'unseen', textContent: this.title }),
      element('ul', {}, ...rows),
    );
  }
}
export const knowCharts = () => GlobalRegistry.elements.register('Chart.HorizontalBar', HorizontalBar);
