import { TeamsAuthentication } from '../../src/teams/authentication.js';
import { createConnectorHttp } from '../../src/teams/connectorHttp.js';
import { createSender } from '../../src/teams/sender.js';
import { anAuthority, people } from '../people/authority.js';
import { startFakeConnector } from '../support/fakeConnector.js';
import { recordedLog } from '../support/recordedLog.js';
import { aWorld } from './world.js';

describe('the relay with the sender for Teams', () => {
  it('opens the chat, posts, follows in place, and posts anew where the card is gone', async () => {
    const connector = await startFakeConnector();
    const http = createConnectorHttp({ deadline: 200 });
    const log = recordedLog();
    const sender = createSender({
      authentication: new TeamsAuthentication({ settings: {}, log, httpClient: http.httpClient }),
      botId: '28:bot',
      defaultServiceUrl: () => connector.serviceUrl,
      log,
    });
    const strangers = people.map((person) => ({ ...person, entraId: `entra-${person.id}` }));
    const world = await aWorld({ directory: anAuthority({ people: strangers }) });
    const relay = world.relayOn(world.store, sender);
    const chat = connector.chatWith('entra-person:team-manager');
    const shown = () => connector.messages(chat).map(({ activity }) => activity.summary);

    connector.next('post', { status: 429, headers: { 'retry-after': '7' } });
    await world.raise();
    await world.settle(relay);
    expect(shown()).toEqual([]);
    world.pass(7_000);
    await world.settle(relay);
    expect(shown()).toEqual(['card waiting 1 person:team-manager']);

    await world.press('resolve', { by: 'person:team-manager' });
    await world.settle(relay);
    expect(shown()).toEqual(['card answered 2 person:team-manager']);

    connector.next('update', { status: 404 }, chat);
    world.pass(2_000);
    await world.press('withdraw');
    await world.settle(relay);
    expect(shown()).toEqual(['card answered 2 person:team-manager', 'card closed 3 person:team-manager']);

    http.close();
    await connector.close();
    await world.store.close();
  });
});
