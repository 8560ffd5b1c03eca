import { svg } from 'lit';
import { addDrawings } from '../shared/ui/drawing.ts';

addDrawings({
  star: svg`<path d="M52 116V66a36 36 0 0 1 72 0v50z"/><path class="f" d="m88 48 6.300 12.800 14.100 2-10.200 10 2.400 14L88 80.200l-12.600 6.600 2.400-14-10.200-10 14.100-2z"/><path class="a" d="M30 40v12M24 46h12M146 34v10M141 39h10"/><path d="M40 116h96"/>`,
});
