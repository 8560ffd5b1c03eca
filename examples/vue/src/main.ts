import { createApp, createSSRApp } from 'vue';
import App from './app.vue';

const place = document.querySelector('#app');
// What the server wrote is taken over; while developing there is nothing yet.
(place?.firstElementChild ? createSSRApp : createApp)(App).mount('#app');
