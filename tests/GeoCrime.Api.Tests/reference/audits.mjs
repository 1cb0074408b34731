// Runs every server audit of graphql-http against the address given; writes one JSON line an audit: {"id","name","status","reason"}.
import { auditServer } from 'graphql-http';

for (const { id, name, status, reason } of await auditServer({ url: process.argv[2] }))
  process.stdout.write(JSON.stringify({ id, name, status, reason }) + '\n');
