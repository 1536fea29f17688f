/** What a person does at the page of the local channel, by its own requests. */
export function atThePage(address: string) {
  async function post(entraId: string, act: string, body: object): Promise<void> {
    const response = await fetch(`${address}/local/api/people/${entraId}/${act}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the page answered ${response.status} to ${act}`);
  }
  return {
    /** The first time, the app is installed by it. */
    open: (entraId: string) => post(entraId, 'open', {}),
    neverInstall: (entraId: string) => post(entraId, 'access', { access: 'notInstalled' }),
    write: (entraId: string, text: string) => post(entraId, 'messages', { text }),
  };
}
