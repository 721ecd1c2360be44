import { after, before, describe } from 'node:test';
import { createForwardStore } from '../../demo/desk/forward-store.js';
import { forwardStoreCases } from '../receiver/forwarding/forward-store-contract.js';
import { startDesk, type DeskStage } from './desk-stage.js';

describe('what was passed on, in the desk’s database', () => {
  let stage: DeskStage;
  before(async () => {
    stage = await startDesk();
  });
  after(() => stage.close());

  forwardStoreCases(async () => {
    await stage.clear();
    await stage.db.query('truncate forwards, forward_programs');
    const forwards = createForwardStore(stage.db);
    for (const program of ['hubspot', 'slack']) await forwards.begin(program, new Date(0));
    return {
      forwards,
      accept: async (lead, atMs) => {
        const { key, id, revision } = lead;
        const receivedAt = new Date(atMs).toISOString();
        await stage.store.accept({ key, lead: id, revision, fingerprint: key, receivedAt, content: lead });
      },
    };
  });
});
