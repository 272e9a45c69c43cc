import { LitElement } from 'lit';

/**
 * A Lit element that renders into the page itself and not into a shadow tree: one table with its rows
 * and cells is then one tree for a screen reader, and one style sheet serves it.
 */
export class LightElement extends LitElement {
  createRenderRoot() {
    return this;
  }
}
