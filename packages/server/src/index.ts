export { createApp } from './app.ts';
export { createIssuers, type IssuerConfig, type Issuers } from './identity/issuers.ts';
export { createSecrets, type Secrets } from './identity/secrets.ts';
export { foldRegularly } from './points/ticker.ts';
export { type Blobs, type Images, type Log, type Picture, PictureRefused, type Ports, type Settings } from './ports.ts';
export { databaseBlobs } from './uploads/blobs.ts';
export { sweep } from './wishes/sweeper.ts';
