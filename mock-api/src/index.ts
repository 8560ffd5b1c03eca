export { type MockApi, mockApi } from './browser.ts';
export { createHandlers, type Story, type StoryRegistry } from './handlers.ts';
export { never, noNetwork, type Override, problemOf, respond } from './respond.ts';
export { type MockServer, openMockServer, type Persona } from './server.ts';
