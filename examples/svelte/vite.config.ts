import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { shared } from '../shared/vite.ts';

export default defineConfig({ ...shared, plugins: [svelte({ preprocess: vitePreprocess() })] });
