// Runs in a page: draws the pictures of a film with the hand that goes from place to place, and encodes them as WebM. Only what changes becomes a frame.
import { BufferTarget, CanvasSource, Output, WebMOutputFormat } from '/mediabunny.mjs'

const travelMs = 450
const tickMs = 75
const pressMs = 300

globalThis.encodeFilm = async ({ frames, width, height }) => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() })
  const source = new CanvasSource(canvas, { codec: 'vp9', bitrate: 350_000, keyFrameInterval: 10 })
  output.addVideoTrack(source)
  await output.start()
  let hand = { x: width / 2, y: height / 2 }
  for (const [index, frame] of frames.entries()) {
    const picture = await createImageBitmap(await (await fetch(`/${index}.jpg`)).blob())
    const to = frame.at ?? hand
    for (const { from, until, part, press } of moments(frame)) {
      context.drawImage(picture, 0, 0, width, height)
      const eased = 1 - (1 - part) ** 3
      drawHand(context, { x: hand.x + (to.x - hand.x) * eased, y: hand.y + (to.y - hand.y) * eased }, press)
      await source.add(from / 1000, (until - from) / 1000)
    }
    hand = to
  }
  await output.finalize()
  return base64(new Uint8Array(output.target.buffer))
}

/** The way to the place, the press, and standing still until the next picture. */
function moments({ from, to, at, press }) {
  const list = []
  let now = from
  if (at !== null) {
    for (; now < from + travelMs; now += tickMs) list.push({ from: now, until: now + tickMs, part: (now - from) / travelMs, press: 0 })
  }
  const still = press ? to - pressMs : to
  list.push({ from: now, until: still, part: 1, press: 0 })
  for (now = still; press && now < to; now += tickMs) list.push({ from: now, until: now + tickMs, part: 1, press: (now - still) / pressMs })
  return list
}

function drawHand(context, { x, y }, press) {
  context.lineWidth = 3
  if (press > 0) {
    context.beginPath()
    context.arc(x, y, 14 + press * 16, 0, 2 * Math.PI)
    context.strokeStyle = `rgba(37, 82, 217, ${1 - press})`
    context.stroke()
  }
  context.beginPath()
  context.arc(x, y, 13, 0, 2 * Math.PI)
  context.fillStyle = 'rgba(37, 82, 217, 0.25)'
  context.fill()
  context.strokeStyle = 'rgba(37, 82, 217, 0.95)'
  context.stroke()
}

function base64(bytes) {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(binary)
}
