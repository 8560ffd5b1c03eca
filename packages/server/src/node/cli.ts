#!/usr/bin/env node
import { main } from './main.ts';

// Whoever reads what is said may have read enough: `five-micro areas | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2));
