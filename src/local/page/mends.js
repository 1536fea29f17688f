// What adaptivecards 3.0.6 leaves undone, mended from outside. Its methods are reached by their names, which
// its minified build keeps.
/* oxlint-disable no-underscore-dangle */

const {
  AdaptiveCard,
  ChoiceSetInput,
  GlobalSettings,
  Input,
  NumberInput,
  Strings,
  ToggleInput,
  ToggleVisibilityAction,
} = window.AdaptiveCards;

let lastId = 0;
function idOf(element) {
  lastId += 1;
  element.id ||= `mend-${lastId}`;
  return element.id;
}

/** What carries the name: the field itself, or the group of radio buttons or boxes. */
function namedControl(input) {
  if (input instanceof ChoiceSetInput) return input._textInput ?? input._renderedInputControlElement;
  if (input instanceof ToggleInput) return input._checkboxInputElement;
  return input._renderedInputControlElement?.matches('input, textarea, select')
    ? input._renderedInputControlElement
    : input._renderedInputControlElement?.querySelector('input, textarea, select');
}

/**
 * A control's name is its label, and nothing else: the renderer adds the error to the name, names the box
 * around a filtered choice and not its field, and puts the group's label before the first choice's.
 */
function nameControl() {
  const control = namedControl(this);
  if (!control) return;
  const label = this._renderedLabelElement;
  const names = [label, this._checkboxInputLabelElement].filter(Boolean).map(idOf);
  if (names.length > 0) control.setAttribute('aria-labelledby', names.join(' '));
  if (label && this.isRequired && !label.classList.contains('is-required')) {
    label.lastElementChild?.remove();
    label.classList.add('is-required');
  }
  if (control.matches('input, textarea, select')) {
    if (label && !this._checkboxInputLabelElement) label.htmlFor = idOf(control);
    if (this.isRequired) control.setAttribute('aria-required', 'true');
  } else {
    control.setAttribute('role', this.isMultiSelect ? 'group' : 'radiogroup');
    label?.removeAttribute('for');
  }
  const error = this._renderedErrorMessageElement;
  control.toggleAttribute('aria-invalid', false);
  if (error) {
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', idOf(error));
  } else {
    control.removeAttribute('aria-describedby');
  }
}

for (const kind of [Input, ChoiceSetInput, ToggleInput]) {
  kind.prototype.updateInputControlAriaLabelledBy = nameControl;
}

/** A filtered choice shows its default by value; a person knows it by its title. */
const renderChoices = ChoiceSetInput.prototype.internalRender;
ChoiceSetInput.prototype.internalRender = function internalRender() {
  const element = renderChoices.call(this);
  const chosen = this.choices.find(({ value }) => value === this.defaultValue);
  if (this._textInput && chosen?.title) this._textInput.value = chosen.title;
  if (this._textInput) {
    const field = this._textInput;
    field.autocomplete = 'off';
    // The renderer takes a whole title alone; Teams takes what is left when the list has been narrowed to one.
    field.addEventListener('change', () => {
      const typed = field.value.trim().toLowerCase();
      const fitting = this.choices.filter(({ title }) => title.toLowerCase().includes(typed));
      if (typed !== '' && fitting.length === 1) field.value = fitting[0].title;
    });
  }
  return element;
};

/**
 * A button says whether what it opens is open. The renderer says it on what is opened, which no reader announces, and
 * names that by an id that every other card has too.
 */
function tellState(action) {
  const card = action.parent?.getRootElement();
  const [first] = Object.keys(action.targetElements).map((id) => card?.getElementById(id));
  first?.renderedElement?.removeAttribute('aria-expanded');
  action.renderedElement?.removeAttribute('aria-controls');
  action.renderedElement?.setAttribute('aria-expanded', String(first?.isVisible === true));
}
for (const when of ['render', 'execute']) {
  const before = ToggleVisibilityAction.prototype[when];
  ToggleVisibilityAction.prototype[when] = function mended(...given) {
    before.apply(this, given);
    tellState(this);
  };
}

/** An empty number with a least or a greatest value counts as wrong in the renderer, though nothing asks for it. */
const numberIsValid = NumberInput.prototype.isValid;
NumberInput.prototype.isValid = function isValid() {
  return Number.isNaN(this.value) ? !this.isRequired : numberIsValid.call(this);
};

/** An input that gives no reason would refuse without a word. */
export function giveReasons(card) {
  for (const input of card.getAllInputs()) {
    if (input.errorMessage) continue;
    const chosen = input instanceof ChoiceSetInput;
    if (chosen && input.style === 'filtered' && !input.isMultiSelect)
      input.errorMessage = 'Choose one of the list.';
    else
      input.errorMessage = chosen
        ? 'Choose one.'
        : input.isRequired
          ? 'Fill this in.'
          : 'This is not as asked for.';
  }
}

Strings.defaults.overflowButtonText = () => 'More';
Strings.defaults.overflowButtonTooltip = () => 'More';
GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;

/** Beside its button in the card and made of buttons, where the renderer's own menu is spans at the page's end. */
AdaptiveCard.onDisplayOverflowActionMenu = (actions, more) => {
  if (!more) return false;
  const menu = document.createElement('div');
  menu.className = 'overflow';
  menu.popover = 'auto';
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-label', 'More');
  for (const action of actions) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action.title ?? '';
    button.classList.toggle('style-destructive', action.style === 'destructive');
    button.disabled = !action.isEnabled;
    button.addEventListener('click', () => {
      menu.hidePopover();
      action.execute();
    });
    menu.append(button);
  }
  menu.addEventListener('toggle', ({ newState }) => {
    more.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState === 'closed') menu.remove();
  });
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...menu.children];
    buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus();
  });
  more.after(menu);
  menu.showPopover();
  const { left, top, bottom } = more.getBoundingClientRect();
  const below = bottom + menu.offsetHeight + 8 < window.innerHeight;
  menu.style.left = `${Math.max(8, Math.min(left, window.innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${below ? bottom + 4 : Math.max(8, top - menu.offsetHeight - 4)}px`;
  menu.firstElementChild?.focus();
  return true;
};

// Text in a card is one paragraph of Markdown: no HTML, no images, no lists or headings.
const markdown = window.markdownit({ html: false, linkify: false, breaks: false });
markdown.disable([
  'image',
  'table',
  'code',
  'fence',
  'blockquote',
  'hr',
  'list',
  'reference',
  'html_block',
  'heading',
  'lheading',
]);
AdaptiveCard.onProcessMarkdown = (source, result) => {
  result.outputHtml = markdown.render(source);
  result.didProcess = true;
};
