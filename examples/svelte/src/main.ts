import { mount } from 'svelte';
import App from './app.svelte';

const target = document.querySelector('#app');
if (!target) throw new Error('There is no place for the app.');
mount(App, { target });
