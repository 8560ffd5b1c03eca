// A drop-in file: the provider alone.
import '../community/define.ts';
