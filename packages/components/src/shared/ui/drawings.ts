import { svg } from 'lit';
import { addDrawings } from './drawing.ts';

addDrawings({
  door: svg`<path class="h" d="M58 112V38q0-20 30-20t30 20v74"/><path d="M36 112h104M70 112V46q0-14 18-14t18 14v66"/><circle class="a" cx="99" cy="78" r="2.5"/><path class="a" d="M88 46v12M82 52h12"/><path d="M130 112V92q0-8 8-8t8 8v20M24 112V98q0-6 6-6t6 6v14"/>`,
  late: svg`<path class="f" d="m52 34 72-4 4 66-72 4z"/><path class="a band" d="m40 72 96-5 2 18-96 5z"/><circle class="a" cx="88" cy="31" r="5"/><path d="m66 50 40-2M66 60l26-1.5"/>`,
});
