import { expect } from 'chai';
import { answerWords } from '../../src/embed/debug/answer-words.js';
import { openDebug } from '../../src/embed/debug/open-debug.js';
import { policyBlock } from '../../src/embed/debug/policy-blocks.js';
import { TRIAL, isTest, trialHere } from '../../src/embed/trial.js';
import type { DebugPanel } from '../../src/elements/debug/debug-panel.js';

const violation = (effectiveDirective: string, blockedURI: string, sourceFile = '') =>
  new SecurityPolicyViolationEvent('securitypolicyviolation', {
    effectiveDirective,
    violatedDirective: effectiveDirective,
    blockedURI,
    sourceFile,
    documentURI: location.href,
    originalPolicy: '',
    disposition: 'enforce',
    statusCode: 200,
  });

describe('a trial', () => {
  const here = location.href;
  afterEach(() => {
    history.replaceState(null, '', here);
    sessionStorage.removeItem(TRIAL);
  });
  const at = (query: string): string => {
    history.replaceState(null, '', `?${query}`);
    return trialHere();
  };
  it('holds for the tab, until it is switched off', () => {
    expect(at('')).to.equal('');
    expect(at('warmlead=test')).to.equal('test');
    expect(at('x=1')).to.equal('test');
    expect(at('warmlead=off')).to.equal('');
    expect(at('x=1')).to.equal('');
  });
  it('marks leads of test and debug, not of preview', () => {
    expect(['test', 'debug', 'preview', ''].map(isTest)).to.deep.equal([true, true, false, false]);
  });
});

describe('a block of the security policy', () => {
  const ours = ['https://desk.example', location.origin];
  it('is told by its line and what to add, as far as it is ours, without the rest of the address', () => {
    const told = policyBlock(
      violation('connect-src', 'https://desk.example/leads?jo=1'),
      ours,
      location.origin,
    );
    expect(told).to.deep.equal({ directive: 'connect-src', cure: 'https://desk.example' });
    expect(policyBlock(violation('script-src', 'https://ads.example/a.js'), ours, location.origin)).to.equal(
      null,
    );
  });
  it('names the page itself, and what our files wrote into it', () => {
    expect(
      policyBlock(violation('connect-src', `${location.origin}/p`), ours, location.origin)?.cure,
    ).to.equal("'self'");
    const inline = violation('style-src-elem', 'inline', 'https://x.example/chunks/talk.js');
    expect(policyBlock(inline, ours, location.origin)?.cure).to.contain('nonce');
    expect(policyBlock(violation('style-src-elem', 'inline', 'https://x.example/a.js'), ours, '')).to.equal(
      null,
    );
  });
});

describe('the words for an answer', () => {
  it('tell a taken lead from every kind of refusal', () => {
    expect(answerWords({ is: 'acknowledged', status: 201 })).to.contain('took the lead (status 201)');
    expect(answerWords({ is: 'acknowledged', status: 0 })).to.contain('no page may read');
    expect(answerWords({ is: 'park', code: 'status.403', status: 403 })).to.contain('status 403');
    expect(answerWords({ is: 'retry', code: 'network.failed' })).to.contain('could not be reached');
  });
});

describe('the debug panel', () => {
  afterEach(() => document.querySelector('warmlead-debug')?.remove());
  const open = async (options: object): Promise<DebugPanel> => {
    await openDebug(options);
    const panel = document.querySelector('warmlead-debug') as DebugPanel;
    await panel.updateComplete;
    return panel;
  };
  it('says what is wrong with a playbook, and that no chat stands here', async () => {
    const { report } = await open({ playbook: '{"format": 1}' });
    expect(report).to.contain('No chat here');
    expect(report).to.match(/Playbook\n- /);
  });
  it('names the pattern that keeps the chat away', async () => {
    const { report } = await open({ exclude: '/never *' });
    expect(report).to.contain('"exclude" names this page (*)');
  });
  it('tells a block that happens while it is open once', async () => {
    const panel = await open({});
    for (let i = 0; i < 2; i += 1)
      document.dispatchEvent(violation('connect-src', `${location.origin}/canary@person.example`));
    expect(panel.report.match(/"connect-src"/g)?.length).to.equal(1);
    expect(panel.report).not.to.contain('canary');
  });
});
