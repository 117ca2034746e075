// The zone of a domain: its records, and the forms to change them for whoever may.
import type { RecordInput, Zone, ZoneRecord } from '@prokura/client'
import { type Html, html } from './html.ts'
import { addressOf, type Opened } from './place.ts'
import { faultIn, type Words } from './texts.ts'

export type Shown = {
  readonly words: Words
  readonly opened: Opened
  readonly zone: Zone
  readonly mayManage: boolean
  readonly formKey: string
  /** The record that is being changed. */
  readonly editing?: string | undefined
  readonly done?: string | undefined
  /** What was sent and could not be done. */
  readonly failed?: Failed | undefined
}
export type Failed = {
  readonly text: string
  readonly written: Readonly<Record<string, string>>
  readonly faults: readonly { readonly part: string; readonly code: string }[]
}

const types = ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'NS', 'CAA'] as const
/** A new record has no id. */
const unknown = ''

export function zonePage(shown: Shown): Html {
  const { words, zone, mayManage, done, failed, editing } = shown
  const said = words.done[done as keyof Words['done']] as string | undefined
  const isAdding = failed !== undefined && (failed.written['id'] ?? '') === unknown
  return html`
    <div class="head"><h1>${zone.domain}</h1>
      <a class="button quiet" href="/zones/${zone.domain}.zone${addressOf(shown.opened).slice(1)}">${words.zoneFile}</a></div>
    <dl class="facts"><dt>${words.serial}</dt><dd>${zone.serial}</dd><dt>${words.nameServers}</dt><dd>${zone.nameServers.join(', ')}</dd></dl>
    ${said !== undefined && html`<p class="done" role="status">✓ ${said}</p>`}
    ${failed !== undefined && html`<p class="failed" role="alert"><strong>${words.notDone}</strong> ${failed.text}</p>`}
    <p class="read-only" ${mayManage && html`hidden`}>${words.readOnly}</p>
    ${mayManage && html`<details class="manage add"${isAdding && html` open`}><summary class="button primary">${words.add}</summary>${form(shown, undefined)}</details>`}
    <table>
      <caption>${words.records(zone.records.length)}</caption>
      <thead><tr><th scope="col">${words.name}</th><th scope="col">${words.type}</th><th scope="col">${words.value}</th><th scope="col">TTL</th>${mayManage && html`<td class="manage"></td>`}</tr></thead>
      <tbody>${zone.records.map((record) => (mayManage && record.id === editing ? editedRow(shown, record) : row(shown, record)))}</tbody>
    </table>
    ${zone.records.length === 0 && html`<p>${words.none}</p>`}`
}

function row({ words, opened, mayManage, formKey }: Shown, { id, name, type, priority, value, ttl }: ZoneRecord): Html {
  const said = `${name} ${type} ${value}`
  return html`<tr id="r-${id}"><th scope="row">${name}</th><td>${type}</td><td class="value">${priority === null ? '' : `${priority} `}${value}</td><td>${ttl}</td>
    ${
      mayManage &&
      html`<td class="manage"><a class="button quiet" href="${addressOf(opened, { edit: id })}#r-${id}" aria-label="${words.change}: ${said}">${words.change}</a>
      <form method="post" action="${addressOf(opened)}"><input type="hidden" name="key" value="${formKey}"><input type="hidden" name="id" value="${id}">
      <button class="quiet danger" name="act" value="remove" aria-label="${words.remove}: ${said}">${words.remove}</button></form></td>`
    }</tr>`
}

const editedRow = (shown: Shown, record: ZoneRecord): Html =>
  html`<tr id="r-${record.id}" class="manage"><td colspan="5">${form(shown, record)}</td></tr>`

function form({ words, opened, formKey, failed }: Shown, record: ZoneRecord | undefined): Html {
  const own = failed !== undefined && (failed.written['id'] ?? '') === (record?.id ?? unknown) ? failed : undefined
  const at = (part: keyof RecordInput, otherwise: string) => own?.written[part] ?? String(record?.[part] ?? otherwise)
  const field = (part: keyof RecordInput, label: string, otherwise: string, more: Html, hint?: string) => {
    const fault = own?.faults.find((one) => one.part === part)
    const input = `${record?.id ?? 'new'}-${part}`
    return html`<label for="${input}">${label}<input id="${input}" name="${part}" value="${at(part, otherwise)}" autocomplete="off" autocapitalize="none" spellcheck="false" ${more}
      ${fault !== undefined && html`aria-invalid="true"`} aria-describedby="${input}-hint">
      <small id="${input}-hint"${fault !== undefined && html` class="fault"`}>${fault === undefined ? (hint ?? '') : faultIn(words, fault.code)}</small></label>`
  }
  const type = at('type', 'A')
  return html`<form class="record" method="post" action="${addressOf(opened)}" data-record>
    <input type="hidden" name="key" value="${formKey}"><input type="hidden" name="id" value="${record?.id ?? unknown}">
    <input type="hidden" name="changedAt" value="${own?.written['changedAt'] ?? record?.changedAt ?? ''}">
    ${field('name', words.name, '', html`required placeholder="@"`, words.nameHint)}
    <label>${words.type}<select name="type">${types.map((one) => html`<option${one === type && html` selected`}>${one}</option>`)}</select><small></small></label>
    ${field('value', words.value, '', html`required`)}
    ${field('priority', words.priority, '', html`inputmode="numeric"`, words.priorityHint)}
    ${field('ttl', words.ttl, '3600', html`inputmode="numeric" required`)}
    <p class="acts"><button class="primary" name="act" value="${record === undefined ? 'add' : 'change'}">${words.save}</button>
    ${record !== undefined && html`<a class="button quiet" href="${addressOf(opened)}">${words.cancel}</a>`}</p></form>`
}
