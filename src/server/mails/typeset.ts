// Text of a mail as HTML, with what belongs together on one line: a count and what it counts, a day and its month, a firm and its legal form,
// e-mail, the number of a case, a domain where it fits. An address may break after its @. The hyphen that holds by itself (U+2011) is a box in some mail programs.

const countOrDay = /(?<![\p{L}\p{N}.:,’-])(\d{1,3}\.?) (?=\p{L})/gu
const legalForm = / (?=(?:AG|GmbH|KG|KlG|Ltd|SA|SE|Sagl|Sàrl|Srl)(?![\p{L}\p{N}]))/gu
/** No longer than a narrow phone is wide. */
const hyphened = /(?<!\S)\S{0,8}(?:[Ee]-(?=[Mm]ail)|(?<!\p{L})\p{Lu}{1,3}-\d)\S{0,16}(?!\S)/gu
/** With what stands right behind it, in French after a space that holds: beside a box a line may end anywhere. */
const domain = /(?<![\p{L}\p{N}.-])(?=[\p{L}\p{N}.]*-)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}-])(?:[\u00a0\u202f]?[.,:;!?)»”’@])*/gu
/** Breaks within itself only where it is longer than a line; the line below a link does not pass on into a box by itself. */
const box = '<span style="display:inline-block;max-width:100%;text-decoration:inherit">$&</span>'

export function typeset(text: string): string {
  const bound = text.replaceAll('\u2011', '-').replaceAll(countOrDay, '$1\u00a0').replaceAll(legalForm, '\u00a0')
  return escaped(bound).replaceAll(domain, box).replaceAll(hyphened, '<span style="white-space:nowrap">$&</span>').replaceAll('@', '@<wbr>')
}

export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
