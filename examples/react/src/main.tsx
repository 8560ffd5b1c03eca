import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';

const place = document.querySelector('#app');
if (!place) throw new Error('There is no place for the app.');
// What the server wrote is taken over; while developing there is nothing yet.
if (place.firstElementChild) hydrateRoot(place, <App />);
else createRoot(place).render(<App />);
