import { readSettings } from '../src/config.js';

const teams = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: 'app',
  MicrosoftAppPassword: 'password',
  MicrosoftAppTenantId: 'tenant',
};

describe('the configuration of local mode', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toEqual({
      settings: {
        port: 3978,
        host: '127.0.0.1',
        app: { mode: 'local' },
        store: { dataFile: '.data/footprint.db', authority: 'local' },
        sdk: {},
      },
    });
  });

  it('takes empty for unset', () => {
    expect(
      readSettings({ PORT: '', MicrosoftAppId: '', MicrosoftAppPassword: ' ', LOCAL_CLOCK: '' }),
    ).toEqual(readSettings({}));
  });

  it('takes a clock with any offset', () => {
    expect(readSettings({ LOCAL_CLOCK: '2026-07-01T09:00:00+01:00' })).toMatchObject({
      settings: { app: { clockStartsAt: '2026-07-01T08:00:00.000Z' } },
    });
  });

  it.each([
    [{ HOST: '0.0.0.0' }, ['HOST: local mode (MicrosoftAppId is unset) listens on 127.0.0.1 alone']],
    [{ HOST: 'localhost' }, ['HOST: local mode (MicrosoftAppId is unset) listens on 127.0.0.1 alone']],
    [
      { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'p', MicrosoftAppTenantId: 't' },
      ['MicrosoftAppType', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'].map(
        (name) => `${name}: it must be unset where MicrosoftAppId is unset (local mode)`,
      ),
    ],
    [{ LOCAL_CLOCK: 'noon' }, ['LOCAL_CLOCK: an instant is wanted, such as 2026-03-02T09:00:00Z']],
    [{ LOCAL_CLOCK: '2026-03-02' }, ['LOCAL_CLOCK: an instant is wanted, such as 2026-03-02T09:00:00Z']],
  ])('refuses %j', (environment, problems) => {
    expect(readSettings(environment)).toEqual({ problems });
  });
});

describe('the configuration with an app registration', () => {
  it('is of one tenant, which is the authority', () => {
    expect(readSettings(teams)).toMatchObject({
      settings: {
        host: '0.0.0.0',
        app: { mode: 'teams', type: 'SingleTenant', id: 'app', password: 'password', tenantId: 'tenant' },
        store: { authority: 'tenant' },
      },
    });
  });

  it('has no password with a managed identity', () => {
    const { MicrosoftAppPassword: _password, ...identity } = {
      ...teams,
      MicrosoftAppType: 'UserAssignedMSI',
    };
    expect(readSettings(identity)).toMatchObject({ settings: { app: { type: 'UserAssignedMSI' } } });
    expect(readSettings({ ...identity, MicrosoftAppPassword: 'p' })).toEqual({
      problems: ['MicrosoftAppPassword: it must be unset with UserAssignedMSI'],
    });
  });

  it.each([
    ['MicrosoftAppType', 'MultiTenant', 'SingleTenant or UserAssignedMSI is wanted with MicrosoftAppId'],
    ['MicrosoftAppType', '', 'SingleTenant or UserAssignedMSI is wanted with MicrosoftAppId'],
    ['MicrosoftAppTenantId', '', 'it is wanted with MicrosoftAppId'],
    ['MicrosoftAppPassword', '', 'it is wanted with SingleTenant'],
    ['LOCAL_CLOCK', '2026-03-02T09:00:00Z', 'it is for local mode: with MicrosoftAppId it must be unset'],
  ])('refuses %s=%j', (name, value, wanted) => {
    expect(readSettings({ ...teams, [name]: value })).toEqual({ problems: [`${name}: ${wanted}`] });
  });
});

describe('the configuration of the store and the port', () => {
  it('prefers Cosmos DB where there is an endpoint; without a key it is the process’s own identity', () => {
    expect(readSettings({ COSMOS_ENDPOINT: 'https://cosmos.test.example', DATA_FILE: 'x.db' })).toMatchObject(
      {
        settings: {
          store: {
            cosmos: {
              endpoint: 'https://cosmos.test.example',
              key: undefined,
              database: 'iro-footprint',
              container: 'footprint',
            },
          },
        },
      },
    );
  });

  it('takes plain http on this machine alone', () => {
    expect(readSettings({ COSMOS_ENDPOINT: 'http://localhost:8081' })).toHaveProperty('settings');
    expect(readSettings({ COSMOS_ENDPOINT: 'http://cosmos.test.example' })).toEqual({
      problems: ['COSMOS_ENDPOINT: an https address is wanted (http only on this machine)'],
    });
  });

  it.each(['x', '-1', '65536', '3978.5'])('refuses the port %s', (PORT) => {
    expect(readSettings({ PORT })).toEqual({ problems: ['PORT: a number from 0 to 65535 is wanted'] });
  });

  it('lists every problem at once, and no value of a secret', () => {
    const read = readSettings({
      PORT: 'x',
      HOST: '::',
      COSMOS_KEY: 'secret',
      MicrosoftAppPassword: 'hidden',
    });
    expect(read).toEqual({
      problems: [
        'PORT: a number from 0 to 65535 is wanted',
        'HOST: local mode (MicrosoftAppId is unset) listens on 127.0.0.1 alone',
        'MicrosoftAppPassword: it must be unset where MicrosoftAppId is unset (local mode)',
        'COSMOS_KEY: it is set, and COSMOS_ENDPOINT is not',
      ],
    });
  });

  it('hands on what the SDK reads by itself, and nothing else', () => {
    const sdk = { ToBotFromChannelTokenIssuer: 'https://issuer.test.example', ValidateAuthority: 'false' };
    expect(readSettings({ ...sdk, PATH: '/bin' })).toMatchObject({ settings: { sdk } });
    expect(readSettings({ ...sdk, PATH: '/bin' })).not.toHaveProperty('settings.sdk.PATH');
  });
});
