import { rm } from 'node:fs/promises';
import { after, before, describe } from 'node:test';
import { openDatabase, type Database } from '../../demo/desk/database.js';
import { openLeadStore, type LeadStore } from '../../demo/desk/store.js';
import type { Lead } from '../../src/lead/lead.js';
import { createMemoryStore } from '../../src/receiver/memory-store.js';
import { newDeskFolder } from '../support/desk-folder.js';
import { storeContract } from './store-contract.js';

describe('the store in memory', () => {
  const store = createMemoryStore();
  storeContract(() => ({ store, kept: async (lead) => store.leads.get(lead) }));
});

/** With DESK_TEST_DATABASE_URL the same runs against a PostgreSQL server; its tables are the test's to fill. */
describe('the store of the desk', () => {
  let folder: string;
  let db: Database;
  let store: LeadStore;
  before(async () => {
    folder = await newDeskFolder();
    db = await openDatabase({ folder, url: process.env.DESK_TEST_DATABASE_URL });
    store = await openLeadStore(db);
  });
  after(async () => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });
  storeContract(() => ({
    store,
    kept: async (lead) =>
      (await db.query<{ document: Lead }>('select document from leads where id = $1', [lead]))[0]?.document,
  }));
});
