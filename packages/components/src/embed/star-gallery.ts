// A drop-in file: the element and the provider it may stand in.
import '../community/define.ts';
import '../star-gallery/define.ts';
