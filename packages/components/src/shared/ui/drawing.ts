import { svg, type SVGTemplateResult, html, type TemplateResult } from 'lit';

/** Line drawings for states, one line weight. `door` and `late` belong to acts and come with `drawings.ts`, `podium` with a board, `star` with a gallery. */
export type DrawingName = 'wall' | 'broken' | 'search' | 'door' | 'late' | 'podium' | 'star';

const drawings: Partial<Record<DrawingName, SVGTemplateResult>> = {
  wall: svg`<path d="M14 20h148v88H14zM20 26h136v76H20zM40 108l-6 18M136 108l6 18"/><path class="f" d="m68 46 42-3 3 42-42 3z"/><path d="M78 60l22-1.5M79 69l16-1M36 44h14M36 44v8M128 84h10M138 76v8"/><circle class="a" cx="89" cy="42" r="4"/>`,
  broken: svg`<path class="g" d="M22 70h34l-4 34H26zM120 70h34l-4 34h-24z"/><path d="M22 70a17 4.5 0 1 0 34 0 17 4.5 0 1 0-34 0M120 70a17 4.5 0 1 0 34 0 17 4.5 0 1 0-34 0"/><path class="a" d="M39 70c4-34 26-40 40-30M137 70c-4-34-24-42-36-34M84 30l3 8M95 26v9M90 52l-2 7"/>`,
  search: svg`<circle class="g" cx="80" cy="58" r="34"/><path d="m105 83 30 30"/><path class="a" d="M66 54h28M66 64h18"/>`,
};

export const addDrawings = (more: Partial<Record<DrawingName, SVGTemplateResult>>): void => void Object.assign(drawings, more);

export const drawing = (name: DrawingName): TemplateResult =>
  html`<svg class="draw" viewBox="0 0 176 132" aria-hidden="true">${drawings[name]}</svg>`;
