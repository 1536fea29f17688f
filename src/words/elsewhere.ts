/** Plain lines where there is no card: in a channel, a dialog, a search, and where something went wrong. */
export const elsewhere = {
  answeredInOurChat: 'I have answered you in our chat.',
  addMe: 'Add me to your own chat first: I answer there.',
  unreadablePress: 'I could not read that press. Write help to see what you can do here.',
  wentWrong: 'Something went wrong on our side, and it has been noted. Please try again.',

  unreadable: 'I could not read that. Close this and try again, or write raise to me in our own chat.',
  notOnList:
    'You are not on the list. Ask your IRO service’s business support to put you on it; if they have, write help to IRO Footprint in its own chat first.',
  close: 'Close',
  onlyFirst: (characters: string) => `Only the first ${characters} characters of the message are here.`,
  cardComes: 'Its card comes to your own chat with IRO Footprint.',
  openApp: 'Open IRO Footprint in Teams to see its card.',

  nothingOpen: 'There is nothing open that you may see.',
  nothingFound: 'I found nothing that you may see. Try a number, a child’s reference, a theme or a stage.',
};
