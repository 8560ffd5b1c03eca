import { defineConfig } from 'vite';
import { shared } from '../shared/vite.ts';

export default defineConfig(shared);
