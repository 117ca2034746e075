// An open page keeps to what its reader may do: it turns read-only or closes by itself, and what had been typed stays to be copied.
const { live } = document.body.dataset
const main = document.querySelector('main')
let may = document.querySelector('.manage') ? 'manage' : 'view'
let isClosed = false

const stream = new EventSource(live)
stream.addEventListener('message', ({ data }) => follow(JSON.parse(data)))

function follow(state) {
  if (isClosed) return
  if (state.may === 'nothing') return close(state)
  document.body.classList.toggle('paused', state.may === 'wait')
  if (state.may === 'wait') return say(state)
  if (state.may === 'manage' && may !== 'manage') return regain()
  if (state.may === 'view' && may === 'manage') return lose(state)
  if (state.may === may) document.querySelector('.changed')?.remove()
}

/** Back again: what is typed would be lost by loading anew, so nothing is loaded while something is. */
function regain() {
  if (typed().length === 0) location.reload()
}

function lose(state) {
  may = 'view'
  const kept = typed()
  for (const part of document.querySelectorAll('.manage')) part.remove()
  document.querySelector('.read-only').hidden = false
  say(state)
  keep(kept, state.words)
}

function close(state) {
  isClosed = true
  stream.close()
  const kept = typed()
  const notice = element('section', { className: 'notice changed' })
  const again = element('a', { className: 'button', href: location.href, textContent: state.words.again })
  notice.append(element('h1', { textContent: state.title }), element('p', { textContent: state.because }), again)
  main.replaceChildren(notice)
  keep(kept, state.words)
  notice.setAttribute('role', 'alert')
  notice.tabIndex = -1
  notice.focus()
}

function say({ title, because }) {
  document.querySelector('.changed')?.remove()
  const note = element('p', { className: 'failed changed' })
  note.setAttribute('role', 'alert')
  note.append(element('strong', { textContent: title }), ` ${because}`)
  main.prepend(note)
}

/** Forms that hold something else than when they came. */
function typed() {
  const isChanged = (field) => (field.type === 'hidden' ? false : field.tagName === 'SELECT' ? false : field.value !== field.defaultValue)
  const forms = [...document.querySelectorAll('form[data-record]')]
  return forms.flatMap((form) => {
    const fields = [...form.elements].filter((field) => field.name && field.type !== 'hidden' && field.tagName !== 'BUTTON')
    return fields.some(isChanged)
      ? [
          fields
            .map(({ value }) => value.trim())
            .filter(Boolean)
            .join(' '),
        ]
      : []
  })
}

function keep(kept, words) {
  if (kept.length === 0) return
  const box = element('section', { className: 'kept' })
  const text = element('textarea', { readOnly: true, value: kept.join('\n'), rows: Math.min(6, kept.length + 1) })
  const label = element('label', { textContent: words.unsaved })
  const copy = element('button', { type: 'button', textContent: words.copy })
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.value).catch(() => text.select())
    copy.textContent = words.copied
  })
  label.append(text)
  box.append(label, copy)
  main.append(box)
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties)
}
