import { svg } from 'lit';
import { addDrawings } from '../shared/ui/drawing.ts';

addDrawings({
  podium: svg`<path d="M22 112h132"/><path class="g" d="M30 112V82h36v30zM110 112V90h36v22z"/><path class="f" d="M66 112V66h44v46z"/><path class="a" d="m88 22 4.6 9.6 10.4 1.4-7.6 7.2 1.9 10.4L88 45.600l-9.3 5 1.900-10.400L73 33l10.400-1.400z"/><path d="M48 72h.1M128 80h.1"/>`,
});
